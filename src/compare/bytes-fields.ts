/**
 * What stands behind an IP header as named fields, where only bytes are there: fragments and quotations,
 * which end anywhere. Chance has filled some of their bytes, those of what they carry in turn among them.
 */
import { formatMac } from '../addr/mac';
import { isMalformed, viewOf } from '../wire/codec';
import { ETHERNET_SIZE, ETHERTYPE_IPV4, ethernet } from '../wire/ethernet';
import { ICMP_SIZE } from '../wire/icmp';
import { PROTOCOL_ICMP, PROTOCOL_IPIP, PROTOCOL_TCP, PROTOCOL_UDP } from '../wire/ipv4';
import { IPV4_SIZE, type Ipv4Fields, readIpv4Header } from '../wire/ipv4-header';
import { TCP_CHECKSUM_AT, TCP_SIZE } from '../wire/tcp';
import { UDP_SIZE } from '../wire/udp';
import { VXLAN_PORT, VXLAN_SIZE, vxlan } from '../wire/vxlan';
import { type Fields, headerFields } from './header-fields';
import { hexOf } from './hex';
import { tcpOptionFields } from './tcp-option-fields';
import { echoDataFields } from './transport-fields';

/** @param header of which these bytes are the payload, or its beginning */
export function bytesFields(header: Ipv4Fields, bytes: Uint8Array, prefix: string): Fields {
  const reader = header.fragmentOffset === 0 ? READERS[header.protocol] : undefined;
  const read = reader !== undefined && bytes.length >= reader.size;
  return read ? reader.read(bytes, viewOf(bytes), prefix) : { [`${prefix}data`]: hexOf(bytes) };
}

interface BytesReader {
  /** So many bytes at least must be there. */
  readonly size: number;
  readonly read: (bytes: Uint8Array, view: DataView, prefix: string) => Fields;
}

const READERS: Readonly<Record<number, BytesReader>> = {
  [PROTOCOL_ICMP]: { size: ICMP_SIZE, read: icmpBytes },
  [PROTOCOL_UDP]: { size: UDP_SIZE, read: udpBytes },
  [PROTOCOL_TCP]: { size: TCP_SIZE, read: tcpBytes },
  [PROTOCOL_IPIP]: { size: IPV4_SIZE, read: (bytes, _view, prefix) => packetBytes(bytes, prefix) },
};

function icmpBytes(bytes: Uint8Array, view: DataView, prefix: string): Fields {
  return {
    [`${prefix}icmp.type`]: String(view.getUint8(0)),
    [`${prefix}icmp.code`]: String(view.getUint8(1)),
    [`${prefix}icmp.checksum`]: String(view.getUint16(2)),
    [`${prefix}icmp.id`]: String(view.getUint16(4)),
    [`${prefix}icmp.sequence`]: String(view.getUint16(6)),
    ...echoDataFields(bytes.subarray(ICMP_SIZE), prefix),
  };
}

function udpBytes(bytes: Uint8Array, view: DataView, prefix: string): Fields {
  const fields: Fields = {
    [`${prefix}udp.sourcePort`]: String(view.getUint16(0)),
    [`${prefix}udp.destinationPort`]: String(view.getUint16(2)),
    [`${prefix}udp.length`]: String(view.getUint16(4)),
    [`${prefix}udp.checksum`]: String(view.getUint16(6)),
  };
  const data = bytes.subarray(UDP_SIZE);
  const isVxlan = view.getUint16(2) === VXLAN_PORT;
  return {
    ...fields,
    ...(isVxlan ? vxlanBytes(data, prefix) : { [`${prefix}udp.data`]: hexOf(data) }),
  };
}

function vxlanBytes(bytes: Uint8Array, prefix: string): Fields {
  const view = viewOf(bytes);
  const outer = vxlan.read(view, 0, bytes.length);
  const frame = ethernet.read(view, VXLAN_SIZE, bytes.length);
  if (isMalformed(outer) || isMalformed(frame)) return { [`${prefix}udp.data`]: hexOf(bytes) };
  const inside = `${prefix}inner.`;
  const payload = bytes.subarray(VXLAN_SIZE + ETHERNET_SIZE);
  return {
    [`${prefix}vxlan.vni`]: String(outer.vni),
    [`${inside}eth.source`]: formatMac(frame.source),
    [`${inside}eth.destination`]: formatMac(frame.destination),
    ...(frame.etherType === ETHERTYPE_IPV4
      ? packetBytes(payload, prefix)
      : { [`${inside}eth.data`]: hexOf(payload) }),
  };
}

function packetBytes(bytes: Uint8Array, prefix: string): Fields {
  const header = readIpv4Header(viewOf(bytes), 0, bytes.length);
  const inside = `${prefix}inner.`;
  if (isMalformed(header)) return { [`${inside}data`]: hexOf(bytes) };
  return {
    ...headerFields(header, header.totalLength, inside),
    ...bytesFields(header, bytes.subarray(IPV4_SIZE + header.options.length), inside),
  };
}

function tcpBytes(bytes: Uint8Array, view: DataView, prefix: string): Fields {
  const headerSize = Math.max(TCP_SIZE, (view.getUint8(12) >>> 4) << 2);
  return {
    [`${prefix}tcp.sourcePort`]: String(view.getUint16(0)),
    [`${prefix}tcp.destinationPort`]: String(view.getUint16(2)),
    [`${prefix}tcp.flags`]: view.getUint8(13).toString(16),
    [`${prefix}tcp.sequence`]: String(view.getUint32(4)),
    [`${prefix}tcp.acknowledgement`]: String(view.getUint32(8)),
    [`${prefix}tcp.window`]: String(view.getUint16(14)),
    [`${prefix}tcp.checksum`]: String(view.getUint16(TCP_CHECKSUM_AT)),
    ...tcpOptionFields(bytes.subarray(TCP_SIZE, headerSize), prefix),
    [`${prefix}tcp.data`]: hexOf(bytes.subarray(headerSize)),
  };
}
