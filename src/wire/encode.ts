/**
 * Frames and packets to bytes. Each layer writes its own header; only the nesting (IPIP, VXLAN) and
 * the checksums that look at addresses are put together here.
 */
import { unreachable } from '../base/invariant';
import { arp } from './arp';
import { checksum, pseudoHeaderSum } from './checksum';
import { viewOf, writeBytes } from './codec';
import { ETHERNET_SIZE, ethernet, etherTypeOf, type Frame } from './ethernet';
import { icmp } from './icmp';
import {
  frameLength,
  headerLength,
  type Ipv4Packet,
  PROTOCOL_TCP,
  PROTOCOL_UDP,
  packetLength,
  payloadLength,
} from './ipv4';
import { writeIpv4Header } from './ipv4-header';
import { TCP_CHECKSUM_AT, type TcpSegment, tcp } from './tcp';
import { UDP_SIZE, type UdpDatagram, udp } from './udp';
import { VXLAN_SIZE, vxlan } from './vxlan';

/** The frame as it is on the wire, without preamble, padding and frame check sequence. */
export function encodeFrame(frame: Frame): Uint8Array {
  const bytes = new Uint8Array(frameLength(frame));
  writeFrame(frame, viewOf(bytes), 0);
  return bytes;
}

/** The packet as it is on a link without a link layer (`tunl0`), all checksums filled in. */
export function encodePacket(packet: Ipv4Packet): Uint8Array {
  const bytes = new Uint8Array(packetLength(packet));
  writePacket(packet, viewOf(bytes), 0);
  return bytes;
}

/** What follows the packet's header. */
export function encodePayload(packet: Ipv4Packet): Uint8Array {
  if (packet.payload.kind === 'data') return packet.payload.bytes;
  const bytes = new Uint8Array(payloadLength(packet.payload));
  writePayload(packet, viewOf(bytes), 0);
  return bytes;
}

function writeFrame(frame: Frame, view: DataView, at: number): void {
  const { destination, source, payload } = frame;
  ethernet.write({ destination, source, etherType: etherTypeOf(payload) }, view, at);
  const payloadAt = at + ETHERNET_SIZE;
  if (payload.kind === 'ipv4') writePacket(payload, view, payloadAt);
  else if (payload.kind === 'arp') arp.write(payload, view, payloadAt);
  else writeBytes(payload.bytes, view, payloadAt);
}

function writePacket(packet: Ipv4Packet, view: DataView, at: number): void {
  writeIpv4Header(packet, packetLength(packet), view, at);
  writePayload(packet, view, at + headerLength(packet));
}

function writePayload(packet: Ipv4Packet, view: DataView, at: number): void {
  const { payload } = packet;
  switch (payload.kind) {
    case 'icmp-echo':
    case 'icmp-error':
      icmp.write(payload, view, at);
      break;
    case 'udp':
      writeUdp(packet, payload, view, at);
      break;
    case 'tcp':
      writeTcp(packet, payload, view, at);
      break;
    case 'ipv4':
      writePacket(payload, view, at);
      break;
    case 'data':
      writeBytes(payload.bytes, view, at);
      break;
    default:
      unreachable(payload);
  }
}

function writeUdp(packet: Ipv4Packet, datagram: UdpDatagram, view: DataView, at: number): void {
  const { sourcePort, destinationPort, payload } = datagram;
  const length = payloadLength(datagram);
  udp.write({ sourcePort, destinationPort, length, checksum: 0 }, view, at);
  if (payload.kind === 'vxlan') {
    vxlan.write(payload, view, at + UDP_SIZE);
    writeFrame(payload.inner, view, at + UDP_SIZE + VXLAN_SIZE);
  } else {
    writeBytes(payload.bytes, view, at + UDP_SIZE);
  }
  if (!datagram.hasChecksum) return;
  const sum = checksum(view, at, at + length, pseudoHeaderSum(packet, PROTOCOL_UDP, length));
  // A zero would say that there is none, so it is sent as its other spelling (RFC 768).
  view.setUint16(at + 6, sum === 0 ? 0xffff : sum);
}

function writeTcp(packet: Ipv4Packet, segment: TcpSegment, view: DataView, at: number): void {
  const length = payloadLength(segment);
  tcp.write(segment, view, at);
  const sum = checksum(view, at, at + length, pseudoHeaderSum(packet, PROTOCOL_TCP, length));
  view.setUint16(at + TCP_CHECKSUM_AT, sum);
}
