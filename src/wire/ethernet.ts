/**
 * Ethernet II frames (IEEE 802.3, section 3.2.6; RFC 894).
 */
import type { Mac } from '../addr/mac';
import type { ArpPacket } from './arp';
import type { Ipv4Packet } from './ipv4';

/** What this program has no codec for, kept as it came. */
export interface UnknownPayload {
  readonly kind: 'unknown';
  readonly etherType: number;
  readonly bytes: Uint8Array;
}

export type FramePayload = ArpPacket | Ipv4Packet | UnknownPayload;

export interface Frame {
  readonly kind: 'frame';
  readonly destination: Mac;
  readonly source: Mac;
  readonly payload: FramePayload;
}
