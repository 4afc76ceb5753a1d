/**
 * The bytes of an IPv4 header (RFC 791, section 3.1): of a packet's own, and of one that an ICMP
 * error quotes. Linux: ip_rcv_core(), net/ipv4/ip_input.c.
 *
 *     0               8               16              24              32
 *    +-------+-------+---------------+---------------+---------------+
 *    |   4   |  IHL  |      TOS      |         total length          |
 *    +-------+-------+---------------+-----+---------+---------------+
 *    |              id               |  DF MF  fragment offset / 8   |
 *    +---------------+---------------+---------------+---------------+
 *    |      TTL      |   protocol    |        header checksum        |
 *    +---------------+---------------+---------------+---------------+
 *    |  source, destination, options
 */
import { type Ipv4, ipv4FromBits } from '../addr/ipv4';
import { checksum } from './checksum';
import { type Malformed, malformed, readBytes, writeBytes } from './codec';

/** The fields that a packet and a quotation have in common. */
export interface Ipv4Fields {
  readonly tos: number;
  readonly id: number;
  readonly dontFragment: boolean;
  readonly moreFragments: boolean;
  /** In bytes, a multiple of 8. */
  readonly fragmentOffset: number;
  readonly ttl: number;
  readonly protocol: number;
  readonly source: Ipv4;
  readonly destination: Ipv4;
  readonly options: Uint8Array;
}

export interface Ipv4Header extends Ipv4Fields {
  /** The header and all that follows it, in bytes, as the header claims. */
  readonly totalLength: number;
}

/** The header's length without options, in bytes. */
export const IPV4_SIZE = 20;

const DONT_FRAGMENT = 0x4000;
const MORE_FRAGMENTS = 0x2000;
const OFFSET_MASK = 0x1fff;
const NOTHING = new Uint8Array(0);

/** Writes the header at `at`; its checksum is computed here and nowhere else. */
export function writeIpv4Header(
  fields: Ipv4Fields,
  totalLength: number,
  view: DataView,
  at: number,
): void {
  const size = IPV4_SIZE + fields.options.length;
  const flags =
    (fields.dontFragment ? DONT_FRAGMENT : 0) | (fields.moreFragments ? MORE_FRAGMENTS : 0);
  view.setUint8(at, 0x40 | (size >>> 2));
  view.setUint8(at + 1, fields.tos);
  view.setUint16(at + 2, totalLength);
  view.setUint16(at + 4, fields.id);
  view.setUint16(at + 6, flags | (fields.fragmentOffset >>> 3));
  view.setUint8(at + 8, fields.ttl);
  view.setUint8(at + 9, fields.protocol);
  view.setUint16(at + 10, 0);
  view.setUint32(at + 12, fields.source);
  view.setUint32(at + 16, fields.destination);
  if (fields.options.length > 0) writeBytes(fields.options, view, at + IPV4_SIZE);
  view.setUint16(at + 10, checksum(view, at, at + size));
}

/** Reads the header at `at`, with the kernel's checks in the kernel's order. */
export function readIpv4Header(view: DataView, at: number, end: number): Ipv4Header | Malformed {
  if (end < at + IPV4_SIZE) return malformed('IP_INHDR');
  const versionAndSize = view.getUint8(at);
  const size = (versionAndSize & 15) << 2;
  if (versionAndSize >>> 4 !== 4 || size < IPV4_SIZE || end < at + size) {
    return malformed('IP_INHDR');
  }
  if (checksum(view, at, at + size) !== 0) return malformed('IP_CSUM');
  const totalLength = view.getUint16(at + 2);
  if (totalLength < size) return malformed('IP_INHDR');
  const flags = view.getUint16(at + 6);
  return {
    tos: view.getUint8(at + 1),
    totalLength,
    id: view.getUint16(at + 4),
    dontFragment: (flags & DONT_FRAGMENT) !== 0,
    moreFragments: (flags & MORE_FRAGMENTS) !== 0,
    fragmentOffset: (flags & OFFSET_MASK) << 3,
    ttl: view.getUint8(at + 8),
    protocol: view.getUint8(at + 9),
    source: ipv4FromBits(view.getUint32(at + 12)),
    destination: ipv4FromBits(view.getUint32(at + 16)),
    options: size === IPV4_SIZE ? NOTHING : readBytes(view, at + IPV4_SIZE, at + size),
  };
}
