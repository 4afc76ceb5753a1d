/**
 * Why the host that a packet is addressed to drops it, for what stands after the IP header. Routers
 * do not look there, so decoding keeps such payloads as `Data`. Linux: icmp_rcv(), __udp4_lib_rcv(),
 * tcp_v4_rcv() and vxlan_rcv().
 */
import { checksum, pseudoHeaderSum } from './checksum';
import { isMalformed, viewOf } from './codec';
import { decodePacket } from './decode';
import type { DropReason } from './drop-reason';
import {
  type Ipv4Packet,
  isFragment,
  PROTOCOL_ICMP,
  PROTOCOL_IPIP,
  PROTOCOL_TCP,
  PROTOCOL_UDP,
} from './ipv4';
import { tcp } from './tcp';
import { udp } from './udp';
import { VXLAN_PORT, vxlan } from './vxlan';

/** The reason; `undefined` where the payload is sound, a fragment, or of an unknown protocol. */
export function payloadFault(packet: Ipv4Packet): DropReason | undefined {
  const { payload } = packet;
  if (isFragment(packet)) return undefined;
  if (payload.kind === 'udp' && payload.payload.kind === 'data') {
    return payload.destinationPort === VXLAN_PORT ? vxlanFault(payload.payload.bytes) : undefined;
  }
  if (payload.kind !== 'data') return undefined;
  const view = viewOf(payload.bytes);
  switch (packet.protocol) {
    case PROTOCOL_ICMP:
      return checksum(view, 0, view.byteLength) === 0 ? undefined : 'ICMP_CSUM';
    case PROTOCOL_IPIP:
      return reasonOf(decodePacket(payload.bytes));
    case PROTOCOL_UDP:
      return udpFault(packet, view);
    case PROTOCOL_TCP:
      return tcpFault(packet, view);
    default:
      return undefined;
  }
}

function reasonOf(read: object): DropReason | undefined {
  return isMalformed(read) ? read.reason : undefined;
}

function vxlanFault(bytes: Uint8Array): DropReason | undefined {
  return reasonOf(vxlan.read(viewOf(bytes), 0, bytes.length));
}

function udpFault(packet: Ipv4Packet, view: DataView): DropReason | undefined {
  const header = udp.read(view, 0, view.byteLength);
  if (isMalformed(header)) return header.reason;
  const sum = pseudoHeaderSum(packet, PROTOCOL_UDP, header.length);
  const holds = header.checksum === 0 || checksum(view, 0, header.length, sum) === 0;
  return holds ? undefined : 'UDP_CSUM';
}

function tcpFault(packet: Ipv4Packet, view: DataView): DropReason | undefined {
  const length = view.byteLength;
  const segment = tcp.read(view, 0, length);
  if (isMalformed(segment)) return segment.reason;
  const sum = pseudoHeaderSum(packet, PROTOCOL_TCP, length);
  return checksum(view, 0, length, sum) === 0 ? undefined : 'TCP_CSUM';
}
