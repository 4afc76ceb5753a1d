/**
 * The packet that an ICMP error quotes: taking the quotation, and translating it as NAT does.
 * Linux: icmp_send() in net/ipv4/icmp.c, nf_nat_icmp_reply_translation() and the `manip_pkt`
 * functions in net/netfilter/nf_nat_proto.c.
 *
 * A quotation's own IP checksum is computed whenever it is written; checksums of the transport
 * header are patched here, where that header was quoted far enough to have one.
 */
import type { Ipv4 } from '../addr/ipv4';
import { checksumAfter } from './checksum';
import { viewOf } from './codec';
import { encodePayload } from './encode';
import type { QuotedPacket } from './icmp';
import {
  headerLength,
  type Ipv4Packet,
  PROTOCOL_ICMP,
  PROTOCOL_TCP,
  PROTOCOL_UDP,
  packetLength,
} from './ipv4';
import { IPV4_SIZE } from './ipv4-header';
import { TCP_CHECKSUM_AT, TCP_SIZE } from './tcp';
import { UDP_SIZE } from './udp';

export interface Ports {
  readonly source: number;
  readonly destination: number;
}

const UDP_CHECKSUM_AT = 6;
const ICMP_CHECKSUM_AT = 2;
const ICMP_ID_AT = 4;

/** Quotes the packet's header and what follows it, up to `maxBytes` in all. */
export function quotePacket(packet: Ipv4Packet, maxBytes: number): QuotedPacket {
  const room = Math.max(0, maxBytes - headerLength(packet));
  return {
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
    totalLength: packetLength(packet),
    bytes: encodePayload(packet).slice(0, room),
  };
}

/** How many bytes were quoted, header included. */
export function quotedLength(quoted: QuotedPacket): number {
  return IPV4_SIZE + quoted.options.length + quoted.bytes.length;
}

/** The ports of a quoted TCP or UDP packet; `undefined` for later fragments and other protocols. */
export function quotedPorts(quoted: QuotedPacket): Ports | undefined {
  const hasPorts = quoted.protocol === PROTOCOL_TCP || quoted.protocol === PROTOCOL_UDP;
  if (!hasPorts || quoted.fragmentOffset !== 0 || quoted.bytes.length < 8) return undefined;
  const view = viewOf(quoted.bytes);
  return { source: view.getUint16(0), destination: view.getUint16(2) };
}

export interface QuotedIcmp {
  readonly type: number;
  readonly code: number;
  readonly id: number;
  readonly sequence: number;
}

/** The header of a quoted ICMP message; `undefined` for later fragments and other protocols. */
export function quotedIcmp(quoted: QuotedPacket): QuotedIcmp | undefined {
  if (quoted.protocol !== PROTOCOL_ICMP || quoted.fragmentOffset !== 0) return undefined;
  if (quoted.bytes.length < 8) return undefined;
  const view = viewOf(quoted.bytes);
  return {
    type: view.getUint8(0),
    code: view.getUint8(1),
    id: view.getUint16(ICMP_ID_AT),
    sequence: view.getUint16(ICMP_ID_AT + 2),
  };
}

/** The quotation as if the packet had gone between these two. */
export function withQuotedAddresses(
  quoted: QuotedPacket,
  source: Ipv4,
  destination: Ipv4,
): QuotedPacket {
  const bytes = quoted.bytes.slice();
  const at = pseudoCheckedAt(quoted);
  if (at !== undefined) {
    patchLong(bytes, at, quoted.source, source);
    patchLong(bytes, at, quoted.destination, destination);
  }
  return withEnds(quoted, source, destination, bytes);
}

/** The quotation with other ports; the packet must have some (`quotedPorts`). */
export function withQuotedPorts(quoted: QuotedPacket, ports: Ports): QuotedPacket {
  const bytes = quoted.bytes.slice();
  const at = pseudoCheckedAt(quoted);
  writeWord(bytes, 0, ports.source, at);
  writeWord(bytes, 2, ports.destination, at);
  return withEnds(quoted, quoted.source, quoted.destination, bytes);
}

/** The quotation with another ICMP id; the packet must have one (`quotedIcmp`). */
export function withQuotedIcmpId(quoted: QuotedPacket, id: number): QuotedPacket {
  const bytes = quoted.bytes.slice();
  writeWord(bytes, ICMP_ID_AT, id, ICMP_CHECKSUM_AT);
  return withEnds(quoted, quoted.source, quoted.destination, bytes);
}

/** Where the checksum over addresses and ports stands; `undefined` where none was quoted or made. */
function pseudoCheckedAt(quoted: QuotedPacket): number | undefined {
  if (quoted.fragmentOffset !== 0) return undefined;
  if (quoted.protocol === PROTOCOL_TCP) {
    return quoted.bytes.length < TCP_SIZE ? undefined : TCP_CHECKSUM_AT;
  }
  if (quoted.protocol !== PROTOCOL_UDP || quoted.bytes.length < UDP_SIZE) return undefined;
  // Zero says that the sender made no checksum.
  return viewOf(quoted.bytes).getUint16(UDP_CHECKSUM_AT) === 0 ? undefined : UDP_CHECKSUM_AT;
}

function writeWord(bytes: Uint8Array, at: number, word: number, sumAt: number | undefined): void {
  const view = viewOf(bytes);
  const before = view.getUint16(at);
  view.setUint16(at, word);
  if (sumAt !== undefined) patch(view, sumAt, before, word);
}

function patchLong(bytes: Uint8Array, sumAt: number, before: number, after: number): void {
  const view = viewOf(bytes);
  patch(view, sumAt, before >>> 16, after >>> 16);
  patch(view, sumAt, before & 0xffff, after & 0xffff);
}

function patch(view: DataView, sumAt: number, before: number, after: number): void {
  const sum = checksumAfter(view.getUint16(sumAt), before, after);
  // As CSUM_MANGLED_0: a UDP checksum must not come out as "none".
  view.setUint16(sumAt, sum === 0 && sumAt === UDP_CHECKSUM_AT ? 0xffff : sum);
}

function withEnds(
  quoted: QuotedPacket,
  source: Ipv4,
  destination: Ipv4,
  bytes: Uint8Array,
): QuotedPacket {
  return {
    tos: quoted.tos,
    id: quoted.id,
    dontFragment: quoted.dontFragment,
    moreFragments: quoted.moreFragments,
    fragmentOffset: quoted.fragmentOffset,
    ttl: quoted.ttl,
    protocol: quoted.protocol,
    source,
    destination,
    options: quoted.options,
    totalLength: quoted.totalLength,
    bytes,
  };
}
