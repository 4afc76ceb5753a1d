/**
 * The words that the pcapng reader and writer share (draft-ietf-opsawg-pcapng): block types, options,
 * directions. All interfaces of a cluster fit into one file, with names and link types of their own.
 */
import type { CaptureDirection } from './capture';

export const SECTION_HEADER = 0x0a0d0d0a;
export const INTERFACE_DESCRIPTION = 1;
export const SIMPLE_PACKET = 3;
export const ENHANCED_PACKET = 6;

/** Reads alike in no other byte order. */
export const BYTE_ORDER_MAGIC = 0x1a2b3c4d;

export const OPTION_END = 0;
export const OPTION_IF_NAME = 2;
export const OPTION_IF_TSRESOL = 9;
export const OPTION_EPB_FLAGS = 2;

/** `if_tsresol`: a negative power of ten, and microseconds are the default. */
export const MICROSECONDS = 6;

/** The lowest two bits of `epb_flags`, then three bits of who the frame was for (4: another host). */
const INBOUND = 1;
const OUTBOUND = 2;
const FOR_ANOTHER_HOST = 4 << 2;

export function flagsOf(direction: CaptureDirection): number {
  if (direction === 'out') return OUTBOUND;
  return direction === 'in' ? INBOUND : INBOUND | FOR_ANOTHER_HOST;
}

export function directionOf(flags: number): CaptureDirection | undefined {
  if ((flags & 3) === OUTBOUND) return 'out';
  if ((flags & 3) !== INBOUND) return undefined;
  return (flags & 0x1c) === FOR_ANOTHER_HOST ? 'other' : 'in';
}

/** Blocks, options and frames end at a multiple of 4 bytes. */
export function padded(length: number): number {
  return (length + 3) & ~3;
}
