/**
 * What a capture file holds, whatever its format: interfaces, and the bytes that each saw and when.
 */
import { type Malformed, malformed } from '../codec';
import { decodeFrame, decodePacket } from '../decode';
import { encodeFrame, encodePacket } from '../encode';
import type { Frame } from '../ethernet';
import type { Ipv4Packet } from '../ipv4';

export interface CaptureInterface {
  readonly name: string;
  readonly linkType: number;
  /** The longest frame that would have been kept in full; absent where it is `SNAP_LENGTH`. */
  readonly snapLength?: number;
}

/** `other`: seen by the interface, but for another MAC address. */
export type CaptureDirection = 'in' | 'out' | 'other';

export interface CapturedBytes {
  readonly interfaceName: string;
  /** Microseconds; virtual time starts at zero. */
  readonly atUs: number;
  /** `undefined` where the file does not say. */
  readonly direction: CaptureDirection | undefined;
  readonly bytes: Uint8Array;
  /** The frame's length on the wire; absent where all of it was captured. */
  readonly wireLength?: number;
}

export interface Capture {
  readonly interfaces: readonly CaptureInterface[];
  readonly frames: readonly CapturedBytes[];
}

/** A file that is no capture, or one of a kind that this program does not read. */
export class CaptureFormatError extends Error {
  override readonly name = 'CaptureFormatError';
}

/** The longest frame that a file claims to hold in full, in bytes. */
export const SNAP_LENGTH = 262_144;

// https://www.tcpdump.org/linktypes.html
export const LINKTYPE_ETHERNET = 1;
export const LINKTYPE_RAW = 101;
export const LINKTYPE_IPV4 = 228;
export const LINKTYPE_LINUX_SLL2 = 276;

/** The link type of an interface that shows such frames: Ethernet, or IPv4 without a link layer. */
export function linkTypeOf(frame: Frame | Ipv4Packet): number {
  return frame.kind === 'frame' ? LINKTYPE_ETHERNET : LINKTYPE_IPV4;
}

/** The bytes that a capture shows of a frame, or of a packet on a link without a link layer. */
export function captureBytes(frame: Frame | Ipv4Packet): Uint8Array {
  return frame.kind === 'frame' ? encodeFrame(frame) : encodePacket(frame);
}

/** The frame or packet that captured bytes are. */
export function decodeCaptured(
  linkType: number,
  bytes: Uint8Array,
): Frame | Ipv4Packet | Malformed {
  if (linkType === LINKTYPE_ETHERNET) return decodeFrame(bytes);
  if (linkType === LINKTYPE_IPV4 || linkType === LINKTYPE_RAW) return decodePacket(bytes);
  return malformed('UNHANDLED_PROTO');
}
