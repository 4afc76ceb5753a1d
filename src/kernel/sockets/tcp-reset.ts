/**
 * A reset for a segment that nobody expects (`tcp_v4_send_reset`, net/ipv4/tcp_ipv4.c; RFC 9293,
 * section 3.5.2).
 */
import { NO_OPTIONS, PROTOCOL_TCP } from '../../wire/ipv4';
import { TCP_ACK, TCP_FIN, TCP_RST, TCP_SYN, type TcpSegment } from '../../wire/tcp';
import { originate, sendLocal } from '../ip/local-output';
import { routeOutput } from '../ip/route-output';
import type { Netns } from '../netns';
import type { Skb } from '../skb';

/** @param inAnothersName a REJECT on the way: the reset bears the destination's address */
export function sendReset(
  netns: Netns,
  skb: Skb,
  segment: TcpSegment,
  inAnothersName: boolean,
): void {
  if ((segment.flags & TCP_RST) !== 0) return;
  const { source, destination } = skb.packet;
  const route = routeOutput(netns, {
    destination: source,
    source: destination,
    anySource: inAnothersName,
  });
  if (route.type === 'error') return;
  skb.trace.add({ kind: 'answer', what: 'TCP reset' });
  const packet = {
    kind: 'ipv4',
    tos: 0,
    id: 0,
    dontFragment: true,
    moreFragments: false,
    fragmentOffset: 0,
    ttl: netns.ipv4Conf.ip_default_ttl,
    protocol: PROTOCOL_TCP,
    source: destination,
    destination: source,
    options: NO_OPTIONS,
    payload: resetOf(segment),
  } as const;
  const answer = originate(netns, packet, skb.trace.id);
  if (inAnothersName) answer.relateTo(skb);
  sendLocal(netns, answer, route);
}

function resetOf(segment: TcpSegment): TcpSegment {
  const hasAck = (segment.flags & TCP_ACK) !== 0;
  const controls =
    ((segment.flags & TCP_SYN) !== 0 ? 1 : 0) + ((segment.flags & TCP_FIN) !== 0 ? 1 : 0);
  const end = (segment.sequence + segment.data.length + controls) >>> 0;
  return {
    kind: 'tcp',
    sourcePort: segment.destinationPort,
    destinationPort: segment.sourcePort,
    sequence: hasAck ? segment.acknowledgement : 0,
    acknowledgement: hasAck ? 0 : end,
    flags: hasAck ? TCP_RST : TCP_RST | TCP_ACK,
    window: 0,
    options: NO_OPTIONS,
    data: NO_OPTIONS,
  };
}
