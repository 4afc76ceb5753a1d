/**
 * Felix's part of a table of iptables, read back (felix/iptables/table.go, `loadDataplaneState`). Its
 * own chains shall hold its rules and no others; chains of its that it does not know go. In the kernel's
 * chains only its own rules are its business, but they must stand where it put them: before everybody
 * else's, or after, as `chainInsertMode` says. Where they do not, it takes them out and puts them in anew.
 */
import { diffHostStates } from '../../../host/diff-host-states';
import {
  type ChainState,
  EMPTY_HOST_STATE,
  type HookState,
  type HostState,
} from '../../../host/host-state';
import type { Op } from '../../../host/op';
import type { Netns } from '../../../kernel/netns';
import type { Chain } from '../../../netfilter/chain';
import type { NetfilterTable } from '../../../netfilter/packet';
import { haveSameIds, idOf, isFelixChain } from './rule-id';

/** What leads from the table as it is to what Felix wants of it. */
export function tableRepairs(
  { netfilter }: Netns,
  wanted: HostState,
  table: NetfilterTable,
): readonly Op[] {
  const wantedChains = wanted.chains.filter((chain) => chain.table === table);
  const present = netfilter.chains(table);
  const others = present.filter(({ name }) => !isFelixChain(name));
  const hooks = others.map((chain) => {
    const hook = wanted.hooks.find((one) => one.table === table && one.chain === chain.name);
    return { chain, hook };
  });
  const wrong = hooks.filter(({ chain, hook }) => !isInPlace(chain, hook));
  const before: HostState = {
    ...EMPTY_HOST_STATE,
    chains: felixChains(present, wantedChains),
    hooks: wrong.map(({ chain }) => rulesOfFelixIn(chain)),
  };
  const between: HostState = { ...EMPTY_HOST_STATE, chains: wantedChains };
  const after: HostState = {
    ...between,
    hooks: wrong.flatMap(({ hook }) => (hook === undefined ? [] : [hook])),
  };
  return [...diffHostStates(before, between), ...diffHostStates(between, after)];
}

/** A chain in which Felix finds its own hashes is the wanted one, as far as it can tell. */
function felixChains(
  present: readonly Chain[],
  wanted: readonly ChainState[],
): readonly ChainState[] {
  const byName = new Map(wanted.map((chain) => [chain.name, chain]));
  return present
    .filter(({ name }) => isFelixChain(name))
    .map(({ table, name, ruleValues: rules }) => {
      const same = byName.get(name);
      return same !== undefined && haveSameIds(rules, same.rules) ? same : { table, name, rules };
    });
}

function isInPlace({ ruleValues }: Chain, hook: HookState | undefined): boolean {
  const ids = ruleValues.map(idOf);
  const strangers = ids.filter((id) => id === '');
  const expected = [
    ...(hook?.inserted ?? []).map(idOf),
    ...strangers,
    ...(hook?.appended ?? []).map(idOf),
  ];
  return ids.length === expected.length && ids.every((id, at) => id === expected[at]);
}

function rulesOfFelixIn({ table, name, ruleValues }: Chain): HookState {
  const inserted = ruleValues.filter((rule) => idOf(rule) !== '');
  return { table, chain: name, inserted, appended: [] };
}
