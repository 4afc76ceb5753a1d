/**
 * Where a packet inside of a frame ends by its own header; what follows is the link's padding.
 */
import { ARP_SIZE } from '../arp';
import { ETHERTYPE_ARP, ETHERTYPE_IPV4 } from '../ethernet';
import { IPV4_SIZE } from '../ipv4-header';
import type { Reader } from './reader';

/** @returns the reader's end where the header says nothing that could be so */
export function packetEnd(etherType: number, reader: Reader): number {
  const { start, end } = reader;
  if (etherType === ETHERTYPE_ARP) return Math.min(end, start + ARP_SIZE);
  if (etherType !== ETHERTYPE_IPV4 || !reader.has(start, 4)) return end;
  const headerLength = (reader.u8(start) & 15) * 4;
  const length = reader.u16(start + 2);
  const isSound =
    reader.u8(start) >>> 4 === 4 && headerLength >= IPV4_SIZE && length >= headerLength;
  return isSound ? Math.min(end, start + length) : end;
}
