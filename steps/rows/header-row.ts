/**
 * An IPv4 header as a row, in Wireshark's words (RFC 791, section 3.1).
 */
import { formatIpv4 } from '../../src/addr/ipv4';
import {
  type Ipv4Packet,
  PROTOCOL_ICMP,
  PROTOCOL_IPIP,
  PROTOCOL_TCP,
  PROTOCOL_UDP,
} from '../../src/wire/ipv4';
import type { Row } from './compare-rows';

const PROTOCOL_NAMES: Readonly<Record<number, string>> = {
  [PROTOCOL_ICMP]: 'ICMP (1)',
  [PROTOCOL_IPIP]: 'IPIP (4)',
  [PROTOCOL_TCP]: 'TCP (6)',
  [PROTOCOL_UDP]: 'UDP (17)',
};

export function headerRow(packet: Ipv4Packet): Row {
  return {
    source: formatIpv4(packet.source),
    destination: formatIpv4(packet.destination),
    protocol: PROTOCOL_NAMES[packet.protocol] ?? String(packet.protocol),
    ttl: String(packet.ttl),
    DF: packet.dontFragment ? 'set' : 'clear',
    id: packet.id === 0 ? 'zero' : 'not zero',
    ...portCells(packet),
  };
}

/** Ports and, for VXLAN, the network identifier; empty for other payloads. */
function portCells({ payload }: Ipv4Packet): Row {
  const hasPorts = payload.kind === 'udp' || payload.kind === 'tcp';
  const vxlan = payload.kind === 'udp' && payload.payload.kind === 'vxlan';
  return {
    'source port': hasPorts ? String(payload.sourcePort) : '',
    'destination port': hasPorts ? String(payload.destinationPort) : '',
    VNI: vxlan && payload.payload.kind === 'vxlan' ? String(payload.payload.vni) : '',
  };
}
