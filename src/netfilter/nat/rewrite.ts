/**
 * The packet as NAT changes it (`nf_nat_manip_pkt`, net/netfilter/nf_nat_proto.c). Checksums need no
 * care: they are computed when a packet becomes bytes.
 */
import { checksumAfter } from '../../wire/checksum';
import { viewOf } from '../../wire/codec';
import {
  type Data,
  type Ipv4Packet,
  PROTOCOL_ICMP,
  withDestination,
  withPayload,
  withSource,
} from '../../wire/ipv4';
import type { TcpSegment } from '../../wire/tcp';
import type { UdpDatagram } from '../../wire/udp';
import type { Tuple } from '../conntrack/tuple';
import { icmpTypeOf } from '../icmp-type';
import type { Manipulation } from './translation';

/** The packet with its source, or its destination, as in the tuple. */
export function rewrite(packet: Ipv4Packet, manipulation: Manipulation, tuple: Tuple): Ipv4Packet {
  const moved = rewriteAddress(packet, manipulation, tuple);
  const { payload } = moved;
  switch (payload.kind) {
    case 'tcp':
      return withPayload(moved, rewriteTcp(payload, manipulation, tuple));
    case 'udp':
      return withPayload(moved, rewriteUdp(payload, manipulation, tuple));
    case 'icmp-echo': {
      const { kind, type, sequence, data } = payload;
      return withPayload(moved, { kind, type, id: tuple.sourceKey, sequence, data });
    }
    case 'data':
      return packet.protocol === PROTOCOL_ICMP && icmpTypeOf(packet) !== undefined
        ? withPayload(moved, rewriteIcmpData(payload, tuple.sourceKey))
        : moved;
    default:
      return moved;
  }
}

export function rewriteAddress(
  packet: Ipv4Packet,
  manipulation: Manipulation,
  { source, destination }: Tuple,
): Ipv4Packet {
  return manipulation === 'source'
    ? withSource(packet, source)
    : withDestination(packet, destination);
}

function rewriteTcp(segment: TcpSegment, manipulation: Manipulation, tuple: Tuple): TcpSegment {
  const isSource = manipulation === 'source';
  return {
    kind: 'tcp',
    sourcePort: isSource ? tuple.sourceKey : segment.sourcePort,
    destinationPort: isSource ? segment.destinationPort : tuple.destinationKey,
    sequence: segment.sequence,
    acknowledgement: segment.acknowledgement,
    flags: segment.flags,
    window: segment.window,
    options: segment.options,
    data: segment.data,
  };
}

function rewriteUdp(datagram: UdpDatagram, manipulation: Manipulation, tuple: Tuple): UdpDatagram {
  const isSource = manipulation === 'source';
  return {
    kind: 'udp',
    sourcePort: isSource ? tuple.sourceKey : datagram.sourcePort,
    destinationPort: isSource ? datagram.destinationPort : tuple.destinationKey,
    hasChecksum: datagram.hasChecksum,
    payload: datagram.payload,
  };
}

/** A query without a codec of its own (a timestamp request): bytes 4 and 5 are its id. */
function rewriteIcmpData(data: Data, id: number): Data {
  const bytes = data.bytes.slice();
  const view = viewOf(bytes);
  view.setUint16(2, checksumAfter(view.getUint16(2), view.getUint16(4), id));
  view.setUint16(4, id);
  return { kind: 'data', bytes };
}
