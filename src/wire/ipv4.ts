/**
 * IPv4 packets (RFC 791, section 3.1). A packet is an immutable tree; forwarding makes a new
 * header with one field changed and shares everything below it.
 */
import type { Ipv4 } from '../addr/ipv4';
import { unreachable } from '../base/invariant';
import { ARP_SIZE } from './arp';
import { ETHERNET_SIZE, type Frame } from './ethernet';
import { ICMP_SIZE, type IcmpEcho, type IcmpError } from './icmp';
import { IPV4_SIZE } from './ipv4-header';
import { TCP_SIZE, type TcpSegment } from './tcp';
import { UDP_SIZE, type UdpDatagram } from './udp';
import { VXLAN_SIZE, type VxlanPacket } from './vxlan';

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

/** Whether the packet is a piece of a longer one (`ip_is_fragment`, include/net/ip.h). */
export function isFragment(packet: Ipv4Packet): boolean {
  return packet.moreFragments || packet.fragmentOffset !== 0;
}

/** The same packet as the next hop sees it. */
export function withTtl(packet: Ipv4Packet, ttl: number): Ipv4Packet {
  return {
    kind: 'ipv4',
    tos: packet.tos,
    id: packet.id,
    dontFragment: packet.dontFragment,
    moreFragments: packet.moreFragments,
    fragmentOffset: packet.fragmentOffset,
    ttl,
    protocol: packet.protocol,
    source: packet.source,
    destination: packet.destination,
    options: packet.options,
    payload: packet.payload,
  };
}

/** The same packet from another address. */
export function withSource(packet: Ipv4Packet, source: Ipv4): Ipv4Packet {
  return {
    kind: 'ipv4',
    tos: packet.tos,
    id: packet.id,
    dontFragment: packet.dontFragment,
    moreFragments: packet.moreFragments,
    fragmentOffset: packet.fragmentOffset,
    ttl: packet.ttl,
    protocol: packet.protocol,
    source,
    destination: packet.destination,
    options: packet.options,
    payload: packet.payload,
  };
}

/** The same packet to another address. */
export function withDestination(packet: Ipv4Packet, destination: Ipv4): Ipv4Packet {
  return {
    kind: 'ipv4',
    tos: packet.tos,
    id: packet.id,
    dontFragment: packet.dontFragment,
    moreFragments: packet.moreFragments,
    fragmentOffset: packet.fragmentOffset,
    ttl: packet.ttl,
    protocol: packet.protocol,
    source: packet.source,
    destination,
    options: packet.options,
    payload: packet.payload,
  };
}

/** The same header over another payload. */
export function withPayload(packet: Ipv4Packet, payload: Ipv4Payload): Ipv4Packet {
  return {
    kind: 'ipv4',
    tos: packet.tos,
    id: packet.id,
    dontFragment: packet.dontFragment,
    moreFragments: packet.moreFragments,
    fragmentOffset: packet.fragmentOffset,
    ttl: packet.ttl,
    protocol: packet.protocol,
    source: packet.source,
    destination: packet.destination,
    options: packet.options,
    payload,
  };
}

/** The header with its options, in bytes. */
export function headerLength(packet: Ipv4Packet): number {
  return IPV4_SIZE + packet.options.length;
}

/** The whole packet as its "total length" field counts it, in bytes. */
export function packetLength(packet: Ipv4Packet): number {
  return IPV4_SIZE + packet.options.length + payloadLength(packet.payload);
}

/** What follows the IPv4 header, in bytes. */
export function payloadLength(payload: Ipv4Payload): number {
  switch (payload.kind) {
    case 'icmp-echo':
      return ICMP_SIZE + payload.data.length;
    case 'icmp-error':
      return ICMP_SIZE + IPV4_SIZE + payload.quoted.options.length + payload.quoted.bytes.length;
    case 'udp':
      return UDP_SIZE + datagramLength(payload.payload);
    case 'tcp':
      return TCP_SIZE + payload.options.length + payload.data.length;
    case 'ipv4':
      return packetLength(payload);
    case 'data':
      return payload.bytes.length;
    default:
      return unreachable(payload);
  }
}

/** The whole frame in bytes, without preamble, padding and frame check sequence. */
export function frameLength(frame: Frame): number {
  const { payload } = frame;
  switch (payload.kind) {
    case 'arp':
      return ETHERNET_SIZE + ARP_SIZE;
    case 'ipv4':
      return ETHERNET_SIZE + packetLength(payload);
    case 'unknown':
      return ETHERNET_SIZE + payload.bytes.length;
    default:
      return unreachable(payload);
  }
}

function datagramLength(payload: Data | VxlanPacket): number {
  return payload.kind === 'vxlan' ? VXLAN_SIZE + frameLength(payload.inner) : payload.bytes.length;
}
