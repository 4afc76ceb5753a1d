/**
 * Felix's chains of the nat table (felix/rules/static.go, `StaticNATTableChains`; nat.go): pods that
 * talk to the outside world appear as their node.
 */
import { formatIpv4 } from '../../../addr/ipv4';
import * as action from './actions';
import { always, type FelixAction, type FelixChain, type FelixRule } from './felix-rule';
import * as match from './matches';
import type { StaticInput } from './static-input';

export function natChains(input: StaticInput): readonly FelixChain[] {
  return [
    { name: 'cali-PREROUTING', rules: [always(action.jump('cali-fip-dnat'))] },
    {
      name: 'cali-POSTROUTING',
      rules: [
        always(action.jump('cali-fip-snat')),
        always(action.jump('cali-nat-outgoing')),
        ...input.tunnelDevices.map(masqueradeToTunnel),
      ],
    },
    { name: 'cali-OUTPUT', rules: [always(action.jump('cali-fip-dnat'))] },
    { name: 'cali-nat-outgoing', rules: natOutgoingRules(input) },
    { name: 'cali-fip-dnat', rules: [] },
    { name: 'cali-fip-snat', rules: [] },
  ];
}

/** What the host sends through a tunnel must carry the tunnel's address, or no reply finds back. */
function masqueradeToTunnel(device: string): FelixRule {
  return {
    matches: [match.outInterface(device), match.NOT_ADDRESS_OF_OUT_INTERFACE, match.SOURCE_LOCAL],
    action: action.masquerade(),
  };
}

const NOT_A_HOST = match.notDestinationSet('cali40all-hosts-net');

function natOutgoingRules({ settings, hasNatOutgoingPool }: StaticInput): readonly FelixRule[] {
  if (!hasNatOutgoingPool) return [];
  const filter = settings.iptablesNATOutgoingInterfaceFilter;
  const rule = (protocol: 'tcp' | 'udp' | undefined, whatToDo: FelixAction): FelixRule => ({
    matches: [
      match.sourceSet('cali40masq-ipam-pools'),
      match.notDestinationSet('cali40all-ipam-pools'),
      ...(settings.natOutgoingExclusions === 'IPPoolsOnly' ? [] : [NOT_A_HOST]),
      ...(protocol === undefined ? [] : [match.protocol(protocol)]),
      ...(filter === undefined ? [] : [match.outInterface(filter)]),
    ],
    action: whatToDo,
  });
  const ports = settings.natPortRange;
  const address =
    settings.natOutgoingAddress === undefined ? undefined : formatIpv4(settings.natOutgoingAddress);
  const translate = address === undefined ? action.masquerade() : action.sourceNat(address);
  if (ports === undefined) return [rule(undefined, translate)];
  const intoRange =
    address === undefined ? action.masquerade(ports) : action.sourceNat(address, ports);
  // Where all ports of the range are taken, RETURN: better untranslated than from a foreign port.
  const protocols = ['tcp', 'udp'] as const;
  return [
    ...protocols.flatMap((protocol) => [rule(protocol, intoRange), rule(protocol, action.RETURN)]),
    rule(undefined, translate),
  ];
}
