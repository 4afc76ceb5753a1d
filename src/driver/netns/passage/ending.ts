/**
 * How a packet ended, as far as frames show it: who had it last, whether its address is his, and what he
 * said of it in an ICMP error. Where that leaves a doubt, the host itself is asked (witness.ts).
 */
import { innermostPacket, outermostPacket } from '../../../trace/packet-of';
import type { Fate } from '../../../trace/trace';
import type { DropReason } from '../../../wire/drop-reason';
import type { IcmpError } from '../../../wire/icmp';
import type { Ipv4Packet } from '../../../wire/ipv4';
import { UNOBSERVED } from '../../driver';
import type { Sighting } from '../capture/sighting';
import type { Topology } from '../host/topology';
import { isQuoted } from './cause';
import type { Passage } from './passage';

export interface Ending {
  readonly fate: Fate;
  /** What the frames leave open: why it was lost, or whether it was taken although nothing answered. */
  readonly doubt: 'why lost' | 'whether taken' | undefined;
}

export function endingOf(
  passage: Passage,
  passages: readonly Passage[],
  topology: Topology,
): Ending {
  const { last } = passage;
  const host = last?.host ?? passage.origin ?? '';
  const packet = innermostPacket(last?.frame ?? passage.sent);
  if (packet === undefined) return certain(arpEnd(host, last));
  const error = errorAbout(host, packet, passages);
  if (error !== undefined) {
    return certain({
      kind: 'dropped',
      host,
      ...reasonOf(error, topology.owns(host, error.quoted.source)),
    });
  }
  if (last?.direction === 'other') {
    const because = `the frame is for another MAC address than ${last.device}'s`;
    return certain({ kind: 'dropped', host, reason: 'OTHERHOST', because });
  }
  if (last === undefined || !isHome(last, host, packet, topology)) {
    return { fate: lostAt(host), doubt: last?.direction === 'in' ? 'why lost' : undefined };
  }
  const isTaken = !isRequest(packet) || passages.some(({ cause }) => cause === passage.id);
  return { fate: { kind: 'delivered', host }, doubt: isTaken ? undefined : 'whether taken' };
}

function certain(fate: Fate): Ending {
  return { fate, doubt: undefined };
}

function lostAt(host: string): Fate {
  return { kind: 'dropped', host, reason: 'NOT_SPECIFIED', because: UNOBSERVED };
}

/** A tunnel's outer packet that is at home is not its inner packet at home. */
function isHome(
  { direction, frame }: Sighting,
  host: string,
  packet: Ipv4Packet,
  topology: Topology,
) {
  return (
    direction === 'in' &&
    outermostPacket(frame) === packet &&
    topology.owns(host, packet.destination)
  );
}

function isRequest({ payload }: Ipv4Packet): boolean {
  return payload.kind === 'icmp-echo' && payload.type === 'request';
}

function arpEnd(host: string, last: Sighting | undefined): Fate {
  return last?.direction === 'out' ? lostAt(host) : { kind: 'delivered', host };
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
  { type, code }: IcmpError,
  isOwn: boolean,
): { readonly reason: DropReason; readonly because: string } {
  if (type === 11) return { reason: 'IP_INHDR', because: 'the TTL has run out' };
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
