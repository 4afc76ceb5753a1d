/**
 * Who may send tunnelled packets to this host, and to whom it may send them (felix/rules/static.go,
 * `filterInputChain`, `filterOutputChain`): Calico's own nodes, and nobody else.
 */
import * as action from './actions';
import type { FelixRule } from './felix-rule';
import * as match from './matches';
import type { StaticInput } from './static-input';

const HOSTS = 'cali40all-hosts-net';
const VTEPS = 'cali40all-vxlan-net';

export function tunnelInputRules({ hasIpip, hasVxlan, settings }: StaticInput): FelixRule[] {
  const rules: FelixRule[] = [];
  if (hasIpip) {
    rules.push(
      {
        comment: 'Allow IPIP packets from Calico hosts',
        matches: [match.protocol(4), match.sourceSet(HOSTS), match.DESTINATION_LOCAL],
        action: action.ACCEPT,
      },
      {
        comment: 'Drop IPIP packets from non-Calico hosts',
        matches: [match.protocol(4)],
        action: action.DROP,
      },
    );
  }
  if (hasVxlan) {
    const isVxlan = [match.protocol(17), match.destinationPorts([settings.vxlanPort])];
    rules.push(
      {
        comment: 'Allow IPv4 VXLAN packets from allowed hosts',
        matches: [...isVxlan, match.sourceSet(VTEPS), match.DESTINATION_LOCAL],
        action: action.ACCEPT,
      },
      {
        comment: 'Drop IPv4 VXLAN packets from non-allowed hosts',
        matches: [...isVxlan, match.DESTINATION_LOCAL],
        action: action.DROP,
      },
    );
  }
  return rules;
}

export function tunnelOutputRules({ hasIpip, hasVxlan, settings }: StaticInput): FelixRule[] {
  const rules: FelixRule[] = [];
  if (hasIpip) {
    rules.push({
      comment: 'Allow IPIP packets to other Calico hosts',
      matches: [match.protocol(4), match.destinationSet(HOSTS), match.SOURCE_LOCAL],
      action: action.ACCEPT,
    });
  }
  if (hasVxlan) {
    rules.push({
      comment: 'Allow IPv4 VXLAN packets to other allowed hosts',
      matches: [
        match.protocol(17),
        match.destinationPorts([settings.vxlanPort]),
        match.SOURCE_LOCAL,
        match.destinationSet(VTEPS),
      ],
      action: action.ACCEPT,
    });
  }
  return rules;
}
