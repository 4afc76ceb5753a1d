/**
 * The two chains of a pod (felix/rules/endpoints.go): `cali-tw-…` for what goes to it, `cali-fw-…` for
 * what comes from it. Whoever is not dropped here returns with the accept bit.
 */
import type { ReleaseTraits } from '../../release';
import type { FelixSettings } from '../felix-settings';
import * as action from './actions';
import { always, type FelixChain, type FelixRule } from './felix-rule';
import * as match from './matches';
import { type Direction, profileChainName } from './profile-chains';

export interface EndpointInput {
  readonly workloadInterface: string;
  readonly profiles: readonly string[];
}

const CHAIN_PREFIX = { ingress: 'cali-tw-', egress: 'cali-fw-' };

export function endpointChainName(direction: Direction, workloadInterface: string): string {
  return CHAIN_PREFIX[direction] + workloadInterface;
}

export function endpointChain(
  direction: Direction,
  endpoint: EndpointInput,
  { marks, clearedForEndpoint }: ReleaseTraits,
  settings: FelixSettings,
): FelixChain {
  const rules: FelixRule[] = [{ matches: [match.ESTABLISHED], action: action.ACCEPT }];
  if (!settings.disableConntrackInvalidCheck) {
    rules.push({ matches: [match.INVALID], action: action.DROP });
  }
  rules.push(always(action.clearMark(clearedForEndpoint)));
  if (direction === 'egress') rules.push(...forbiddenTunnelRules(settings));
  for (const profile of endpoint.profiles) {
    rules.push(always(action.jump(profileChainName(direction, profile))), {
      comment: 'Return if profile accepted',
      matches: [match.markSet(marks.accept)],
      action: action.RETURN,
    });
  }
  rules.push(always(action.DROP, 'Drop if no profiles matched'));
  return { name: endpointChainName(direction, endpoint.workloadInterface), rules };
}

/** A pod that wrapped its own packets could reach others past every policy. */
function forbiddenTunnelRules(settings: FelixSettings): readonly FelixRule[] {
  const rules: FelixRule[] = [];
  if (!settings.allowVXLANPacketsFromWorkloads) {
    rules.push({
      comment: 'Drop VXLAN encapped packets originating in workloads',
      matches: [match.protocol(17), match.destinationPorts([settings.vxlanPort])],
      action: action.DROP,
    });
  }
  if (!settings.allowIPIPPacketsFromWorkloads) {
    rules.push({
      comment: 'Drop IPinIP encapped packets originating in workloads',
      matches: [match.protocol(4)],
      action: action.DROP,
    });
  }
  return rules;
}
