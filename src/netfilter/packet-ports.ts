/** The ports of a packet, where it has any. */
import type { NetfilterPacket } from './packet';

/** -1 where the packet has no ports, which no rule asks for. */
export function sourcePortOf({ packet: { payload } }: NetfilterPacket): number {
  return payload.kind === 'tcp' || payload.kind === 'udp' ? payload.sourcePort : -1;
}

export function destinationPortOf({ packet: { payload } }: NetfilterPacket): number {
  return payload.kind === 'tcp' || payload.kind === 'udp' ? payload.destinationPort : -1;
}
