/**
 * Ethernet II frames (IEEE 802.3, section 3.2.6; RFC 894).
 */
import type { Mac } from '../addr/mac';
import type { ArpPacket } from './arp';
import { type Codec, malformed } from './codec';
import type { Ipv4Packet } from './ipv4';
import { readMac, writeMac } from './mac-field';

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

/** The 14 bytes before the payload. */
export interface EthernetHeader {
  readonly destination: Mac;
  readonly source: Mac;
  readonly etherType: number;
}

/** The header's length in bytes. */
export const ETHERNET_SIZE = 14;

export const ETHERTYPE_IPV4 = 0x0800;
export const ETHERTYPE_ARP = 0x0806;

export const ethernet: Codec<EthernetHeader> = {
  size: () => ETHERNET_SIZE,

  write(header, view, at) {
    writeMac(header.destination, view, at);
    writeMac(header.source, view, at + 6);
    view.setUint16(at + 12, header.etherType);
  },

  read(view, at, end) {
    if (end < at + ETHERNET_SIZE) return malformed('HDR_TRUNC');
    return {
      destination: readMac(view, at),
      source: readMac(view, at + 6),
      etherType: view.getUint16(at + 12),
    };
  },
};

/** The EtherType under which a payload travels. */
export function etherTypeOf(payload: FramePayload): number {
  if (payload.kind === 'ipv4') return ETHERTYPE_IPV4;
  return payload.kind === 'arp' ? ETHERTYPE_ARP : payload.etherType;
}
