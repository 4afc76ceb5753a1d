/** `-m udp`: the ports of a datagram (iptables-extensions(8), "udp"; net/netfilter/xt_tcpudp.c). */
import type { MatchModule } from '../match';
import {
  buildPorts,
  listPorts,
  PORT_OPTIONS,
  type PortQuestions,
  portHolds,
  renderPorts,
} from './port-question';

export interface UdpMatch extends PortQuestions {
  readonly kind: 'udp';
}

export const udp: MatchModule<UdpMatch> = {
  name: 'udp',
  options: PORT_OPTIONS,

  build(options) {
    const { sourcePort, destinationPort } = buildPorts(options);
    return { kind: 'udp', sourcePort, destinationPort };
  },

  render: (match) => ['-m udp', ...renderPorts(match)].join(' '),
  list: (match, { isNumeric }) => ['udp', ...listPorts(match, isNumeric)].join(' '),

  compile({ sourcePort, destinationPort }) {
    return ({ packet: { payload } }) =>
      payload.kind === 'udp' &&
      portHolds(sourcePort, payload.sourcePort) &&
      portHolds(destinationPort, payload.destinationPort);
  },
};
