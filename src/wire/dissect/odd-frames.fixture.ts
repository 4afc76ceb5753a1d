/**
 * Frames that the engine seldom or never sends, for the referee: each kind of option and of ICMP
 * message, headers that lie, and frames that are cut short anywhere.
 */
import { ipv4 } from '../../addr/ipv4';
import { mac } from '../../addr/mac';
import type { ArpPacket } from '../arp';
import { encodeFrame } from '../encode';
import type { Frame } from '../ethernet';
import { type Ipv4Packet, NO_OPTIONS } from '../ipv4';
import { bytes } from '../testing/hex';
import {
  datagram,
  echo,
  frameOf,
  ipip,
  packetOf,
  sampleFrames,
  segment,
  vxlan,
} from '../testing/sample-frames';

const IP_OPTIONS = [
  '01010100',
  '01010101',
  '070b04 0a000001 0a000002 00',
  '070b08 0a000001 0a000002 00',
  '070b0c 0a000001 0a000002 01',
  '070b05 0a000001 0a000002 00',
  '070c04 0a000001 0a000002 00',
  '830708 0a000001 00',
  '830b04 0a000001 0a000002 00',
  '890b08 0a000001 0a000002 00',
  '440c0d00 00000001 00000002',
  '440c0501 0a000001 00000002',
  '44140d13 0a000001 00000002 0a000003 00000004',
  '44080502 00000002',
  '440a0502 00000002 0000 0000',
  '9404 0000',
  '9404 0001',
  '88040102',
  '52 0c 0001 0002 0003 0a000001',
  '0b 04 05dc',
  '5e 04 0000',
  'de 04 0102',
  '44 03 05 01',
  '44 28 05 01 0a000001 00000002 00000000 00000000 00000000 00000000 00000000 00000000 00000000',
];

const TCP_OPTIONS = [
  '00000000',
  '01010101',
  '020405b4',
  '02030100',
  '030307 01',
  '03030f 01',
  '0402 0101',
  '0403 0001',
  '01 01 05 0a 00000001 00000009',
  '01 01 05 12 00000001 00000009 00000011 00000019',
  '01 01 05 0b 00000001 00000009 00 00 00 00',
  '0101 080a 00000001 00000002',
  '0809 00000001 000000 00 00 00',
  '06 06 01020304 0101',
  '07 06 01020304 0101',
  '0101 1312 00010203 04050607 08090a0b 0c0d0e0f',
  'c8 04 0102',
  'c8 00 0102',
  '0e 03 01 00',
  '02 04 05',
];

const ICMP_MESSAGES = [
  '0400 0000 00000000 45000014 00000000 40010000 0a000001 0a000002',
  '1100 0000 00010002 00000000',
  '1200 0000 00010002 ffffff00',
  '0a00 0000 00000000',
  '0f00 0000 00010002',
  '1000 0000 00010002',
  '1e00 0000 00010002 00000000',
  '6300 0000 00010002 0102',
  '0805 0000 00010002 0102',
  '0b02 0000 00000000 45000014 00000000 40010000 0a000001 0a000002',
  '0c02 0000 00000000 45000014 00000000 40010000 0a000001 0a000002',
  '0303 0000 00000000 45',
  '0304 0000 00000000 450000',
  '0303 0000 00000000',
  '0303 0000',
  '08',
];

export function oddFrames(): Uint8Array[] {
  return [...odd().map(encodeFrame), ...lying(), ...cut()];
}

function odd(): Frame[] {
  const packets: Ipv4Packet[] = [
    ...IP_OPTIONS.map((text) => packetOf({ options: words(text) })),
    ...TCP_OPTIONS.map((text) => segment({ options: words(text) })),
    ...ICMP_MESSAGES.map((text) => packetOf({ payload: { kind: 'data', bytes: bytes(text) } })),
    ...Array.from({ length: 256 }, (_, protocol) =>
      packetOf({ protocol, tos: protocol, payload: { kind: 'data', bytes: NO_OPTIONS } }),
    ),
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 15, 16, 99].map((type) =>
      packetOf({ payload: { kind: 'data', bytes: Uint8Array.of(type, 0, 0, 0, 0, 0, 0, 0) } }),
    ),
    packetOf({ payload: echo('request', 0) }),
    packetOf({ ttl: 0 }),
    packetOf({ destination: ipv4('224.0.0.5'), ttl: 9 }),
    datagram({ destinationPort: 7 }),
    datagram({ sourcePort: 7 }),
    datagram({ sourcePort: 4789 }),
    datagram({ destinationPort: 4789, payload: { kind: 'data', bytes: bytes('0800 0000 0010') } }),
    datagram({
      destinationPort: 4789,
      payload: { kind: 'data', bytes: bytes('ffff 1234 001000 56') },
    }),
    ...[0x02, 0x12, 0x10, 0x18, 0x11, 0x14, 0x04, 0, 0xff, 0x20, 0x08].map((flags) =>
      segment({ flags, acknowledgement: 9, data: bytes('474554202f') }),
    ),
    ipip(vxlan(segment({}))),
    vxlan(ipip(packetOf({}))),
  ];
  return [...packets.map(frameOf), ...arpFrames()];
}

function words(text: string): Uint8Array {
  const octets = bytes(text);
  const padded = new Uint8Array(Math.ceil(octets.length / 4) * 4);
  padded.set(octets);
  return padded;
}

function arpFrames(): Frame[] {
  const pod = ipv4('172.16.158.3');
  const plain: ArpPacket = {
    kind: 'arp',
    operation: 'request',
    senderMac: mac('a2:2e:1f:be:7c:23'),
    senderIp: pod,
    targetMac: mac('00:00:00:00:00:00'),
    targetIp: ipv4('169.254.1.1'),
  };
  const broadcast = mac('ff:ff:ff:ff:ff:ff');
  const kinds: ArpPacket[] = [
    { ...plain, targetIp: pod },
    { ...plain, targetIp: pod, operation: 'reply' },
    { ...plain, targetIp: pod, targetMac: broadcast },
    { ...plain, targetIp: pod, targetMac: plain.senderMac },
    { ...plain, senderIp: ipv4('0.0.0.0') },
    { ...plain, senderIp: ipv4('0.0.0.0'), operation: 'reply' },
    { ...plain, senderIp: ipv4('0.0.0.0'), targetIp: ipv4('0.0.0.0') },
  ];
  return kinds.map((kind) => ({ ...frameOf(kind), destination: broadcast }));
}

/** Frames whose bytes say what is not so. */
function lying(): Uint8Array[] {
  const ping = encodeFrame(frameOf(packetOf({})));
  const probe = encodeFrame(frameOf(datagram({})));
  const syn = encodeFrame(frameOf(segment({})));
  const request = encodeFrame(arpFrames()[0] ?? frameOf(packetOf({})));
  return [
    changed(ping, 14, 0x65),
    changed(ping, 14, 0x44),
    changed(ping, 14, 0x4f),
    changed(ping, 16, 0xff),
    changed(ping, 16, 0, 10),
    changed(ping, 16, 0, 20),
    changed(ping, 16, 0, 0),
    changed(ping, 20, 0x80),
    changed(ping, 36, 0x12),
    changed(probe, 38, 0xff),
    changed(probe, 38, 0, 3),
    changed(probe, 38, 0, 10),
    changed(probe, 38, 0, 0),
    changed(probe, 36, 0, 0),
    changed(syn, 46, 0x40),
    changed(syn, 46, 0xf0),
    changed(syn, 46, 0x5f),
    changed(syn, 52, 0x12),
    changed(request, 14, 0, 6),
    changed(request, 16, 0x86),
    changed(request, 18, 8),
    changed(request, 20, 0, 3),
    changed(request, 20, 0, 99),
    ...[42, 60].map((size) => padded(request, size)),
    padded(encodeFrame(frameOf(packetOf({ payload: echo('request', 0) }))), 60),
    padded(encodeFrame(frameOf(packetOf({ payload: echo('request', 0) }))), 64),
    padded(encodeFrame(frameOf(packetOf({ payload: echo('request', 4) }))), 60, 7),
    padded(ping, 100, 9),
    padded(ping, 102, 9),
    padded(probe, 70, 9),
  ];
}

function changed(frame: Uint8Array, at: number, ...octets: number[]): Uint8Array {
  const copy = frame.slice();
  copy.set(octets, at);
  return copy;
}

function padded(frame: Uint8Array, size: number, fill = 0): Uint8Array {
  const longer = new Uint8Array(size).fill(fill);
  longer.set(frame);
  return longer;
}

/** Each frame of the samples without its end, cut here and there. */
function cut(): Uint8Array[] {
  return sampleFrames().flatMap((frame, index) => {
    const whole = encodeFrame(frame);
    const ends = [1, 7, 13, 14, 17, 25, 33, 35, 39, 41, 47, 53, 55, 61, 69, 75, 90];
    return ends
      .filter((_end, place) => place % 3 === index % 3)
      .map((end) => end + (index % 2))
      .filter((end) => end < whole.length)
      .map((end) => whole.subarray(0, end));
  });
}
