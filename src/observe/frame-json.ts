/**
 * Frames and packets as an observation shows them: what a dissector reads from their bytes, as far
 * as a person compares it, with MAC addresses as roles and random numbers as tokens. Reading bytes,
 * not values, shows as much of a fragment or a quotation as it carries.
 */
import { formatIpv4, ipv4FromBits } from '../addr/ipv4';
import { macFromBits } from '../addr/mac';
import { viewOf } from '../wire/codec';
import { encodeFrame, encodePacket } from '../wire/encode';
import type { Frame } from '../wire/ethernet';
import type { Ipv4Packet } from '../wire/ipv4';
import type { JsonObject } from './json';
import { type Naming, packetJson } from './packet-json';

const ETHERNET_SIZE = 14;
const ETHERTYPE_IPV4 = 0x0800;
const ETHERTYPE_ARP = 0x0806;

const ARP_OPERATIONS: Readonly<Record<number, string>> = { 1: 'request', 2: 'reply' };

/** A frame; or a bare packet, as devices without a link layer see it. */
export function frameJson(frame: Frame | Ipv4Packet, naming: Naming): JsonObject {
  if (frame.kind === 'ipv4') return packetJson(encodePacket(frame), naming);
  return frameBytesJson(encodeFrame(frame), naming);
}

/** The frame that these bytes are, also inside of a VXLAN datagram. */
export function frameBytesJson(bytes: Uint8Array, naming: Naming): JsonObject {
  const view = viewOf(bytes);
  const eth = { src: roleAt(view, 6, naming), dst: roleAt(view, 0, naming) };
  const etherType = view.getUint16(12);
  const payload = bytes.subarray(ETHERNET_SIZE);
  if (etherType === ETHERTYPE_IPV4) {
    return { eth, ...packetJson(payload, naming, (inner) => frameBytesJson(inner, naming)) };
  }
  if (etherType === ETHERTYPE_ARP) return { eth, arp: arpJson(viewOf(payload), naming) };
  return { eth, ethertype: `0x${etherType.toString(16).padStart(4, '0')}` };
}

function arpJson(view: DataView, naming: Naming): JsonObject {
  const operation = view.getUint16(6);
  return {
    op: ARP_OPERATIONS[operation] ?? operation,
    sha: roleAt(view, 8, naming),
    spa: formatIpv4(ipv4FromBits(view.getUint32(14))),
    tha: roleAt(view, 18, naming),
    tpa: formatIpv4(ipv4FromBits(view.getUint32(24))),
  };
}

function roleAt(view: DataView, at: number, { roles }: Naming): string {
  return roles.of(macFromBits(view.getUint16(at), view.getUint32(at + 2)));
}
