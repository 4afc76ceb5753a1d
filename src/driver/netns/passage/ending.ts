/**
 * How a packet ended, as far as a real kernel shows it: who had it last, whether its address is his, and
 * what he said of it in an ICMP error. Where nobody says why it was lost, neither do we.
 */
import { innermostPacket } from '../../../trace/packet-of';
import type { Fate } from '../../../trace/trace';
import type { DropReason } from '../../../wire/drop-reason';
import type { IcmpError } from '../../../wire/icmp';
import type { Ipv4Packet } from '../../../wire/ipv4';
import { UNOBSERVED } from '../../driver';
import type { Sighting } from '../capture/sighting';
import type { Topology } from '../host/topology';
import { isQuoted } from './cause';
import type { Passage } from './passage';

/** What else the hosts know of packets that they lost. */
export interface Evidence {
  /** Why a host lost this packet, by its own counters and rules. */
  whyLost(
    host: string,
    packet: Ipv4Packet,
  ): { readonly reason: DropReason; readonly because: string } | undefined;
}

export function endOf(
  passage: Passage,
  passages: readonly Passage[],
  topology: Topology,
  evidence: Evidence,
): Fate {
  const { last } = passage;
  const host = last?.host ?? passage.origin ?? '';
  const packet = innermostPacket(last?.frame ?? passage.sent);
  if (packet === undefined) return arpEnd(host, last);
  const error = errorAbout(host, packet, passages);
  if (error !== undefined) return { kind: 'dropped', host, ...reasonOf(error, host, topology) };
  if (last?.direction === 'other') {
    const because = `the frame is for another MAC address than ${last.device}'s`;
    return { kind: 'dropped', host, reason: 'OTHERHOST', because };
  }
  const isMine =
    last?.direction === 'in' && topology.owns(host, outermost(last) ?? packet.destination);
  const isHome = isMine && topology.owns(host, packet.destination);
  if (isHome && isTaken(passage, packet, passages)) return { kind: 'delivered', host };
  const why = evidence.whyLost(host, packet);
  if (why !== undefined) return { kind: 'dropped', host, ...why };
  if (isHome) return { kind: 'delivered', host };
  return { kind: 'dropped', host, reason: 'NOT_SPECIFIED', because: UNOBSERVED };
}

/** Whether something came of the packet at its end, so that no counter needs to be asked. */
function isTaken({ id }: Passage, { payload }: Ipv4Packet, passages: readonly Passage[]): boolean {
  if (payload.kind === 'icmp-echo' && payload.type === 'request') {
    return passages.some(({ cause }) => cause === id);
  }
  return payload.kind === 'icmp-echo' || payload.kind === 'icmp-error';
}

function arpEnd(host: string, last: Sighting | undefined): Fate {
  if (last?.direction !== 'out') return { kind: 'delivered', host };
  return { kind: 'dropped', host, reason: 'NOT_SPECIFIED', because: UNOBSERVED };
}

function outermost({ frame }: Sighting) {
  if (frame.kind === 'ipv4') return frame.destination;
  return frame.payload.kind === 'ipv4' ? frame.payload.destination : undefined;
}

/** The ICMP error with which that host answered this packet. */
function errorAbout(
  host: string,
  packet: Ipv4Packet,
  passages: readonly Passage[],
): IcmpError | undefined {
  for (const { origin, sent } of passages) {
    const payload = origin === host ? innermostPacket(sent)?.payload : undefined;
    if (payload?.kind === 'icmp-error' && isQuoted(payload, packet)) return payload;
  }
  return undefined;
}

/** What the kernel says when it sends such an error (net/ipv4/ip_forward.c, route.c, arp.c, udp.c). */
function reasonOf(
  { type, code, quoted }: IcmpError,
  host: string,
  topology: Topology,
): { readonly reason: DropReason; readonly because: string } {
  if (type === 11) return { reason: 'IP_INHDR', because: 'the TTL has run out' };
  const isOwn = topology.owns(host, quoted.source);
  switch (code) {
    case 0:
      return { reason: isOwn ? 'IP_OUTNOROUTES' : 'IP_INNOROUTES', because: 'no route' };
    case 1:
      return { reason: 'NEIGH_FAILED', because: 'nobody answers for it' };
    case 3:
      return { reason: 'NO_SOCKET', because: 'nobody listens on that port' };
    case 4:
      return { reason: 'PKT_TOO_BIG', because: 'the packet with DF is too big for the next link' };
    default:
      return { reason: 'NETFILTER_DROP', because: 'a rule rejects it' };
  }
}
