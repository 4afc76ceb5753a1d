/**
 * Ports that stay open whatever the policies of host endpoints say, so that nobody locks himself out
 * (felix/rules/static.go, `failsafeInChain`; ports: felix/config/config_params.go). Only the chains of
 * host endpoints lead here.
 */
import * as action from './actions';
import type { FelixChain, FelixRule } from './felix-rule';
import * as match from './matches';

type ProtocolAndPort = readonly ['tcp' | 'udp', number];

// BGP, etcd (client and peer), Typha, the API server, and etcd of old.
const CLUSTER_PORTS: readonly ProtocolAndPort[] = [
  ['tcp', 179],
  ['tcp', 2379],
  ['tcp', 2380],
  ['tcp', 5473],
  ['tcp', 6443],
  ['tcp', 6666],
  ['tcp', 6667],
];
const INBOUND: readonly ProtocolAndPort[] = [['tcp', 22], ['udp', 68], ...CLUSTER_PORTS];
const OUTBOUND: readonly ProtocolAndPort[] = [['udp', 53], ['udp', 67], ...CLUSTER_PORTS];

/** In raw nothing knows of connections, so replies need rules by their source port there. */
export function failsafeChains(ends: 'destination' | 'both-ends'): readonly FelixChain[] {
  const replies = ends === 'both-ends' ? acceptReplies : () => [];
  return [
    { name: 'cali-failsafe-in', rules: [...acceptRequests(INBOUND), ...replies(OUTBOUND)] },
    { name: 'cali-failsafe-out', rules: [...acceptRequests(OUTBOUND), ...replies(INBOUND)] },
  ];
}

function acceptRequests(ports: readonly ProtocolAndPort[]): readonly FelixRule[] {
  return ports.map(([protocol, port]) => ({
    matches: [match.protocol(protocol), match.destinationPorts([port])],
    action: action.ACCEPT,
  }));
}

function acceptReplies(ports: readonly ProtocolAndPort[]): readonly FelixRule[] {
  return ports.map(([protocol, port]) => ({
    matches: [match.protocol(protocol), match.sourcePorts([port])],
    action: action.ACCEPT,
  }));
}
