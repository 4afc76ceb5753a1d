/**
 * One frame of each kind that the program writes, for the referees (tcpdump, tshark) to read.
 */
import { ipv4 } from '../../addr/ipv4';
import { mac } from '../../addr/mac';
import type { ArpPacket } from '../arp';
import type { Frame, FramePayload } from '../ethernet';
import { fragmentPacket } from '../fragment';
import type { IcmpEcho, IcmpError } from '../icmp';
import {
  type Ipv4Packet,
  NO_OPTIONS,
  PROTOCOL_ICMP,
  PROTOCOL_IPIP,
  PROTOCOL_TCP,
  PROTOCOL_UDP,
} from '../ipv4';
import { quotePacket } from '../quote';
import { TCP_ACK, TCP_FIN, TCP_PSH, TCP_RST, TCP_SYN, type TcpSegment } from '../tcp';
import { mssOption } from '../tcp-options';
import type { UdpDatagram } from '../udp';
import { bytes } from './hex';

const POD1 = ipv4('172.16.158.3');
const POD2 = ipv4('172.16.158.2');
const POD3 = ipv4('172.16.116.1');
const NODE1 = ipv4('192.168.10.101');
const NODE2 = ipv4('192.168.10.10');
const GATEWAY = ipv4('169.254.1.1');
const POD_MAC = mac('a2:2e:1f:be:7c:23');
const CALI_MAC = mac('ee:ee:ee:ee:ee:ee');

const fill = (length: number) => Uint8Array.from({ length }, (_, index) => index & 255);

export function frameOf(payload: FramePayload): Frame {
  return { kind: 'frame', destination: CALI_MAC, source: POD_MAC, payload };
}

export function packetOf(changes: Partial<Ipv4Packet>): Ipv4Packet {
  return {
    kind: 'ipv4',
    tos: 0,
    id: 4097,
    dontFragment: true,
    moreFragments: false,
    fragmentOffset: 0,
    ttl: 64,
    protocol: PROTOCOL_ICMP,
    source: POD1,
    destination: POD2,
    options: NO_OPTIONS,
    payload: echo('request'),
    ...changes,
  };
}

export function echo(type: IcmpEcho['type'], length = 56): IcmpEcho {
  return { kind: 'icmp-echo', type, id: 6617, sequence: 1, data: fill(length) };
}

export function datagram(changes: Partial<UdpDatagram>): Ipv4Packet {
  const payload: UdpDatagram = {
    kind: 'udp',
    sourcePort: 40_000,
    destinationPort: 33_434,
    hasChecksum: true,
    payload: { kind: 'data', bytes: fill(12) },
    ...changes,
  };
  return packetOf({ protocol: PROTOCOL_UDP, payload });
}

export function segment(changes: Partial<TcpSegment>): Ipv4Packet {
  const payload: TcpSegment = {
    kind: 'tcp',
    sourcePort: 41_000,
    destinationPort: 5201,
    sequence: 1_000_000,
    acknowledgement: 0,
    flags: TCP_SYN,
    window: 64_240,
    options: NO_OPTIONS,
    data: NO_OPTIONS,
    ...changes,
  };
  return packetOf({ protocol: PROTOCOL_TCP, payload });
}

export function ipip(inner: Ipv4Packet): Ipv4Packet {
  return packetOf({ protocol: PROTOCOL_IPIP, source: NODE1, destination: NODE2, payload: inner });
}

export function vxlan(inner: FramePayload): Ipv4Packet {
  const outer = datagram({
    destinationPort: 4789,
    payload: { kind: 'vxlan', vni: 4096, inner: frameOf(inner) },
  });
  return packetOf({ ...outer, source: NODE1, destination: NODE2, dontFragment: false });
}

function icmpError(type: number, code: number, rest: number, about: Ipv4Packet): Ipv4Packet {
  const payload: IcmpError = {
    kind: 'icmp-error',
    type,
    code,
    rest,
    quoted: quotePacket(about, 548),
  };
  return packetOf({ source: NODE1, destination: POD1, dontFragment: false, tos: 0xc0, payload });
}

const arp: ArpPacket = {
  kind: 'arp',
  operation: 'request',
  senderMac: POD_MAC,
  senderIp: POD1,
  targetMac: mac('00:00:00:00:00:00'),
  targetIp: GATEWAY,
};

const arpReply: ArpPacket = {
  kind: 'arp',
  operation: 'reply',
  senderMac: CALI_MAC,
  senderIp: GATEWAY,
  targetMac: POD_MAC,
  targetIp: POD1,
};

function errorPackets(): Ipv4Packet[] {
  const probe = datagram({});
  const codes = [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((code) =>
    icmpError(3, code, 0, probe),
  );
  const long = packetOf({ payload: echo('request', 1472) });
  return [
    ...codes,
    icmpError(3, 3, 0, segment({})),
    icmpError(3, 3, 0, packetOf({})),
    icmpError(3, 4, 1480, long),
    icmpError(3, 4, 0, long),
    icmpError(3, 4, 1480, datagram({ payload: { kind: 'data', bytes: fill(1472) } })),
    ...[0, 1, 2, 3].map((code) => icmpError(5, code, NODE2, probe)),
    icmpError(11, 0, 0, packetOf({ ttl: 1 })),
    icmpError(11, 1, 0, packetOf({})),
    icmpError(12, 0, 0x14000000, packetOf({})),
    icmpError(12, 1, 0, packetOf({})),
  ];
}

function tcpPackets(): Ipv4Packet[] {
  const linux = bytes('020405b4 0402080a 00000001 00000000 01030307');
  const stamps = bytes('0101080a 00000002 00000001');
  return [
    segment({ options: mssOption(1460) }),
    segment({ options: linux }),
    segment({ flags: TCP_SYN | TCP_ACK, acknowledgement: 77, options: linux }),
    segment({ flags: TCP_ACK, acknowledgement: 4_000_000_000, window: 502, options: stamps }),
    segment({ flags: TCP_PSH | TCP_ACK, acknowledgement: 78, data: fill(10), options: stamps }),
    segment({ flags: TCP_FIN | TCP_ACK, acknowledgement: 78 }),
    segment({ flags: TCP_RST | TCP_ACK, acknowledgement: 78, window: 0 }),
    segment({ flags: TCP_RST, window: 0 }),
    segment({ flags: 0xc2, options: mssOption(1380) }),
    segment({ flags: 0 }),
    segment({ flags: TCP_ACK, options: bytes('0101050a 00000001 00000009') }),
  ];
}

export function samplePackets(): Ipv4Packet[] {
  const long = packetOf({ dontFragment: false, payload: echo('request', 3000) });
  const longDatagram = { ...datagram({ payload: { kind: 'data', bytes: fill(3000) } }) };
  return [
    packetOf({}),
    packetOf({ payload: echo('reply'), source: POD2, destination: POD1 }),
    packetOf({ options: bytes('94040000') }),
    packetOf({ tos: 0xb9, ttl: 1, id: 0, dontFragment: false }),
    datagram({}),
    datagram({ hasChecksum: false }),
    datagram({ payload: { kind: 'data', bytes: NO_OPTIONS } }),
    ...tcpPackets(),
    ...errorPackets(),
    ...fragmentPacket(long, 1480),
    ...fragmentPacket(packetOf({ payload: echo('request', 2000) }), 1480, 1480),
    ...fragmentPacket(segment({ flags: TCP_ACK, acknowledgement: 5, data: fill(1500) }), 1480),
    ...fragmentPacket({ ...longDatagram, dontFragment: false }, 1450),
    ipip(packetOf({ source: POD1, destination: POD3, ttl: 63 })),
    ipip(segment({ options: mssOption(1440) })),
    ipip(ipip(datagram({}))),
    ...fragmentPacket(long, 1480).map(ipip),
    vxlan(packetOf({ source: POD1, destination: POD3, ttl: 63 })),
    vxlan(arp),
    vxlan(segment({ flags: TCP_ACK, acknowledgement: 9 })),
    packetOf({ protocol: 253, payload: { kind: 'data', bytes: fill(24) } }),
  ];
}

export function sampleFrames(): Frame[] {
  return [frameOf(arp), frameOf(arpReply), ...samplePackets().map(frameOf)];
}
