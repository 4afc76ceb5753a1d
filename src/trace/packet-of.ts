/**
 * Finds the packet that a person means in whatever carries it.
 */
import { formatIpv4 } from '../addr/ipv4';
import type { Frame } from '../wire/ethernet';
import type { Ipv4Packet } from '../wire/ipv4';

/** The IPv4 packet inside every tunnel header, or `undefined` for ARP and unknown frames. */
export function innermostPacket(sent: Frame | Ipv4Packet): Ipv4Packet | undefined {
  if (sent.kind === 'frame') {
    return sent.payload.kind === 'ipv4' ? innermostPacket(sent.payload) : undefined;
  }
  const { payload } = sent;
  if (payload.kind === 'ipv4') return innermostPacket(payload);
  if (payload.kind === 'udp' && payload.payload.kind === 'vxlan') {
    return innermostPacket(payload.payload.inner) ?? sent;
  }
  return sent;
}

/** The IPv4 packet that a link carries, whatever that carries in turn; `undefined` for other frames. */
export function outermostPacket(sent: Frame | Ipv4Packet): Ipv4Packet | undefined {
  if (sent.kind === 'ipv4') return sent;
  return sent.payload.kind === 'ipv4' ? sent.payload : undefined;
}

/** `172.16.158.1 > 8.8.8.8`. */
export function addressPair(packet: Ipv4Packet): string {
  return `${formatIpv4(packet.source)} > ${formatIpv4(packet.destination)}`;
}
