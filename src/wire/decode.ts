/**
 * Bytes to frames and packets, with the checks that a Linux host makes at each layer.
 *
 * A router looks at the IP header only, so a payload that its receiver would refuse (a bad checksum,
 * a header cut short) or that this program has no value for stays `Data` and leaves as it came;
 * `payloadFault` is the receiver's question. What reads as a value is written back byte for byte,
 * but for padding after the end of a frame's packet, which is the link's affair.
 */
import { arp } from './arp';
import { checksum, pseudoHeaderSum } from './checksum';
import { isMalformed, type Malformed, malformed, readBytes, viewOf } from './codec';
import {
  ETHERNET_SIZE,
  ETHERTYPE_ARP,
  ETHERTYPE_IPV4,
  ethernet,
  type Frame,
  type FramePayload,
} from './ethernet';
import { icmp } from './icmp';
import {
  type Data,
  type Ipv4Packet,
  type Ipv4Payload,
  PROTOCOL_ICMP,
  PROTOCOL_IPIP,
  PROTOCOL_TCP,
  PROTOCOL_UDP,
} from './ipv4';
import { IPV4_SIZE, type Ipv4Fields, readIpv4Header } from './ipv4-header';
import { TCP_CHECKSUM_AT, tcp } from './tcp';
import { UDP_SIZE, type UdpDatagram, udp } from './udp';
import { VXLAN_PORT, VXLAN_SIZE, type VxlanPacket, vxlan } from './vxlan';

/** The frame that these bytes are, or why the host that receives them drops them. */
export function decodeFrame(bytes: Uint8Array): Frame | Malformed {
  return readFrame(viewOf(bytes), 0, bytes.length);
}

/** The packet that these bytes are; bytes after its total length are padding. */
export function decodePacket(bytes: Uint8Array): Ipv4Packet | Malformed {
  return readPacket(viewOf(bytes), 0, bytes.length);
}

/** What the bytes after such a header are; `Data` where only a receiver could complain. */
export function decodePayload(header: Ipv4Fields, bytes: Uint8Array): Ipv4Payload {
  return readPayload(header, viewOf(bytes), 0, bytes.length);
}

function readFrame(view: DataView, at: number, end: number): Frame | Malformed {
  const header = ethernet.read(view, at, end);
  if (isMalformed(header)) return header;
  const payload = readFramePayload(header.etherType, view, at + ETHERNET_SIZE, end);
  if (payload.kind === 'malformed') return payload;
  return { kind: 'frame', destination: header.destination, source: header.source, payload };
}

function readFramePayload(
  etherType: number,
  view: DataView,
  at: number,
  end: number,
): FramePayload | Malformed {
  if (etherType === ETHERTYPE_IPV4) return readPacket(view, at, end);
  if (etherType === ETHERTYPE_ARP) return arp.read(view, at, end);
  return { kind: 'unknown', etherType, bytes: readBytes(view, at, end) };
}

function readPacket(view: DataView, at: number, end: number): Ipv4Packet | Malformed {
  const header = readIpv4Header(view, at, end);
  if (isMalformed(header)) return header;
  const packetEnd = at + header.totalLength;
  if (packetEnd > end) return malformed('PKT_TOO_SMALL');
  return {
    kind: 'ipv4',
    tos: header.tos,
    id: header.id,
    dontFragment: header.dontFragment,
    moreFragments: header.moreFragments,
    fragmentOffset: header.fragmentOffset,
    ttl: header.ttl,
    protocol: header.protocol,
    source: header.source,
    destination: header.destination,
    options: header.options,
    payload: readPayload(header, view, at + IPV4_SIZE + header.options.length, packetEnd),
  };
}

function readPayload(header: Ipv4Fields, view: DataView, at: number, end: number): Ipv4Payload {
  const isPiece = header.moreFragments || header.fragmentOffset !== 0;
  const payload = isPiece ? undefined : readWholePayload(header, view, at, end);
  return payload ?? { kind: 'data', bytes: readBytes(view, at, end) };
}

function readWholePayload(
  header: Ipv4Fields,
  view: DataView,
  at: number,
  end: number,
): Ipv4Payload | undefined {
  switch (header.protocol) {
    case PROTOCOL_ICMP:
      return soundOnly(icmp.read(view, at, end));
    case PROTOCOL_IPIP:
      return readIpip(view, at, end);
    case PROTOCOL_UDP:
      return readUdp(header, view, at, end);
    case PROTOCOL_TCP:
      return readTcp(header, view, at, end);
    default:
      return undefined;
  }
}

function soundOnly<Layer extends object>(read: Layer | Malformed): Layer | undefined {
  return isMalformed(read) ? undefined : read;
}

function readIpip(view: DataView, at: number, end: number): Ipv4Packet | undefined {
  const inner = readPacket(view, at, end);
  // Bytes after the inner packet would be lost on the way on.
  if (inner.kind === 'malformed' || view.getUint16(at + 2) !== end - at) return undefined;
  return inner;
}

function readUdp(
  header: Ipv4Fields,
  view: DataView,
  at: number,
  end: number,
): UdpDatagram | undefined {
  const found = udp.read(view, at, end);
  if (isMalformed(found) || found.length !== end - at) return undefined;
  const sum = pseudoHeaderSum(header, PROTOCOL_UDP, found.length);
  if (found.checksum !== 0 && checksum(view, at, end, sum) !== 0) return undefined;
  return {
    kind: 'udp',
    sourcePort: found.sourcePort,
    destinationPort: found.destinationPort,
    hasChecksum: found.checksum !== 0,
    payload: readDatagram(found.destinationPort, view, at + UDP_SIZE, end),
  };
}

function readDatagram(port: number, view: DataView, at: number, end: number): Data | VxlanPacket {
  const tunnelled = port === VXLAN_PORT ? readVxlan(view, at, end) : undefined;
  return tunnelled ?? { kind: 'data', bytes: readBytes(view, at, end) };
}

function readVxlan(view: DataView, at: number, end: number): VxlanPacket | undefined {
  const header = vxlan.read(view, at, end);
  if (isMalformed(header)) return undefined;
  const inner = readFrame(view, at + VXLAN_SIZE, end);
  if (inner.kind === 'malformed') return undefined;
  return { kind: 'vxlan', vni: header.vni, inner };
}

function readTcp(header: Ipv4Fields, view: DataView, at: number, end: number) {
  const segment = tcp.read(view, at, end);
  if (isMalformed(segment)) return undefined;
  if (checksum(view, at, end, pseudoHeaderSum(header, PROTOCOL_TCP, end - at)) !== 0) {
    return undefined;
  }
  // Reserved bits and the urgent pointer have no field in a segment.
  const hasMore =
    (view.getUint8(at + 12) & 15) !== 0 || view.getUint16(at + TCP_CHECKSUM_AT + 2) !== 0;
  return hasMore ? undefined : segment;
}
