/**
 * From an interface to its pod's chain (felix/rules/dispatch.go): a tree of depth two over the names,
 * so that a packet on a full node meets a few rules and not hundreds.
 */
import * as action from './actions';
import { endpointChainName } from './endpoint-chains';
import { always, type FelixChain, type FelixMatch, type FelixRule } from './felix-rule';
import * as match from './matches';
import type { Direction } from './profile-chains';

const ROOT = { ingress: 'cali-to-wl-dispatch', egress: 'cali-from-wl-dispatch' };

const UNKNOWN_INTERFACE = always(action.DROP, 'Unknown interface');

/** The root, then its children. */
export function dispatchChains(
  direction: Direction,
  workloadInterfaces: readonly string[],
): readonly FelixChain[] {
  const root = ROOT[direction];
  const names = [...workloadInterfaces].sort();
  const common = commonPrefix(names);
  const rules: FelixRule[] = [];
  const children: FelixChain[] = [];
  for (const [prefix, group] of groupsByNextCharacter(names, common.length)) {
    const [only, ...others] = group;
    if (only !== undefined && others.length === 0) {
      rules.push(toEndpoint(direction, only));
      continue;
    }
    const child = `${root}-${prefix.slice(common.length)}`;
    const matches = [interfaceMatch(direction, `${prefix}+`)];
    rules.push({ matches, action: action.goTo(child) });
    const childRules = group.map((name) => toEndpoint(direction, name));
    children.push({ name: child, rules: [...childRules, UNKNOWN_INTERFACE] });
  }
  return [{ name: root, rules: [...rules, UNKNOWN_INTERFACE] }, ...children];
}

function groupsByNextCharacter(
  sortedNames: readonly string[],
  commonLength: number,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of sortedNames) {
    const prefix = name.slice(0, commonLength + 1);
    const group = groups.get(prefix);
    if (group === undefined) groups.set(prefix, [name]);
    else group.push(name);
  }
  return groups;
}

/** Of sorted names: what the first and the last share, all share. */
function commonPrefix(sortedNames: readonly string[]): string {
  const first = sortedNames[0] ?? '';
  const last = sortedNames[sortedNames.length - 1] ?? '';
  let length = 0;
  while (length < first.length && first[length] === last[length]) length++;
  return first.slice(0, length);
}

function toEndpoint(direction: Direction, workloadInterface: string): FelixRule {
  return {
    matches: [interfaceMatch(direction, workloadInterface)],
    action: action.goTo(endpointChainName(direction, workloadInterface)),
  };
}

function interfaceMatch(direction: Direction, name: string): FelixMatch {
  return direction === 'egress' ? match.inInterface(name) : match.outInterface(name);
}
