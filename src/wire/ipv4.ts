/**
 * The IPv4 header (RFC 791, section 3.1). A packet is an immutable tree; forwarding makes a new
 * header with one field changed and shares everything below it.
 */
import type { Ipv4 } from '../addr/ipv4';
import type { IcmpEcho, IcmpError } from './icmp';
import type { TcpSegment } from './tcp';
import type { UdpDatagram } from './udp';

/** Bytes without a structure that this program knows: a fragment, or a protocol without a codec. */
export interface Data {
  readonly kind: 'data';
  readonly bytes: Uint8Array;
}

/** An `Ipv4Packet` as the payload of another one is IPIP (RFC 2003). */
export type Ipv4Payload = IcmpEcho | IcmpError | UdpDatagram | TcpSegment | Ipv4Packet | Data;

export interface Ipv4Packet {
  readonly kind: 'ipv4';
  /** DSCP and ECN, eight bits. */
  readonly tos: number;
  readonly id: number;
  readonly dontFragment: boolean;
  readonly moreFragments: boolean;
  /** In bytes, a multiple of 8. A fragment's payload is always `Data`. */
  readonly fragmentOffset: number;
  readonly ttl: number;
  /** IANA's number: 1 ICMP, 4 IPIP, 6 TCP, 17 UDP. */
  readonly protocol: number;
  readonly source: Ipv4;
  readonly destination: Ipv4;
  /** Raw option bytes, a multiple of 4 long; mostly `NO_OPTIONS`. */
  readonly options: Uint8Array;
  readonly payload: Ipv4Payload;
}

export const NO_OPTIONS = new Uint8Array(0);

export const PROTOCOL_ICMP = 1;
export const PROTOCOL_IPIP = 4;
export const PROTOCOL_TCP = 6;
export const PROTOCOL_UDP = 17;
