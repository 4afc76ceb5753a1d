/**
 * The places that one can step through in a walk: what each host did with the request, with the reply,
 * and with what was caused in between, in the order of time.
 */
import type { Walk, WalkHop, WalkPacket } from '../../model/walk';

export interface Stop {
  /** The id of the packet. */
  readonly packet: number;
  /** Its place among the packet's hops, from 0. */
  readonly hop: number;
  readonly host: string;
  readonly role: WalkPacket['role'];
  readonly atUs: number;
  /** The packet's way ends here, and not where it was meant to. */
  readonly isLoss: boolean;
}

export function stopsOf(walk: Walk): readonly Stop[] {
  const shown = shownPackets(walk);
  return walk.packets
    .filter(({ id }) => shown.has(id))
    .flatMap((packet) => packet.hops.map((hop, at) => stopOf(walk, packet, hop, at)))
    .sort(
      (one, other) => one.atUs - other.atUs || one.packet - other.packet || one.hop - other.hop,
    );
}

function stopOf(walk: Walk, packet: WalkPacket, hop: WalkHop, at: number): Stop {
  const { id, role, fate, hops } = packet;
  const isLast = at === hops.length - 1;
  return {
    packet: id,
    hop: at,
    host: hop.host,
    role,
    atUs: hop.atUs,
    isLoss: isLast && fate.kind === 'dropped' && !walk.isAnswered && role !== 'arp',
  };
}

/** The request, the reply, and whatever either of them caused. */
function shownPackets({ packets, request, reply }: Walk): ReadonlySet<number> {
  const shown = new Set([request, reply].filter((id) => id !== undefined));
  if (shown.size === 0) return new Set(packets.map(({ id }) => id));
  for (const { id, cause } of packets) if (cause !== undefined && shown.has(cause)) shown.add(id);
  return shown;
}

/** Where a reader begins: at the loss, if something was lost. */
export function firstStop(stops: readonly Stop[]): number {
  return Math.max(lossAmong(stops), 0);
}

/** @returns -1 where nothing was lost */
export function lossAmong(stops: readonly Stop[]): number {
  return stops.findIndex(({ isLoss }) => isLoss);
}
