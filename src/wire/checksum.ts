/**
 * The Internet checksum (RFC 1071) and its incremental update (RFC 1624, equation 3).
 */
import type { Ipv4 } from '../addr/ipv4';

/** The one's complement of the one's complement sum of 16-bit words; `sum` is what came before. */
export function checksum(view: DataView, at: number, end: number, sum = 0): number {
  let total = sum;
  let from = at;
  for (; from + 1 < end; from += 2) total += view.getUint16(from);
  // A last odd byte counts as if a zero followed it.
  if (from < end) total += view.getUint8(from) << 8;
  return fold(total) ^ 0xffff;
}

/** The sum over the pseudo-header that UDP and TCP check besides their own bytes (RFC 768). */
export function pseudoHeaderSum(
  ends: { readonly source: Ipv4; readonly destination: Ipv4 },
  protocol: number,
  length: number,
): number {
  const { source, destination } = ends;
  const addresses =
    (source >>> 16) + (source & 0xffff) + (destination >>> 16) + (destination & 0xffff);
  return addresses + protocol + length;
}

/** The checksum after one 16-bit word under it changed. */
export function checksumAfter(before: number, oldWord: number, newWord: number): number {
  return fold((before ^ 0xffff) + (oldWord ^ 0xffff) + newWord) ^ 0xffff;
}

/** Adds the carries back in until 16 bits are left. */
function fold(sum: number): number {
  let folded = sum;
  while (folded > 0xffff) folded = (folded & 0xffff) + Math.floor(folded / 0x10000);
  return folded;
}
