/**
 * Frames of every kind for property tests, nested up to three tunnels deep. Only frames that the
 * types promise: options a multiple of 4 long, fragments of `Data`, `Data` only where no codec reads.
 */
import fc from 'fast-check';
import { type Ipv4, ipv4FromBits } from '../../addr/ipv4';
import { type Mac, macFromBits } from '../../addr/mac';
import type { ArpPacket } from '../arp';
import type { Frame, UnknownPayload } from '../ethernet';
import type { IcmpEcho, IcmpError, QuotedPacket } from '../icmp';
import {
  type Ipv4Packet,
  type Ipv4Payload,
  PROTOCOL_ICMP,
  PROTOCOL_IPIP,
  PROTOCOL_TCP,
  PROTOCOL_UDP,
} from '../ipv4';
import type { TcpSegment } from '../tcp';
import type { UdpDatagram } from '../udp';

const octet = fc.nat(0xff);
const word = fc.nat(0xffff);
const long = fc.nat(0xffffffff);
const address: fc.Arbitrary<Ipv4> = long.map(ipv4FromBits);
const hardware: fc.Arbitrary<Mac> = fc
  .tuple(word, long)
  .map(([high, low]) => macFromBits(high, low));
const someBytes = fc.uint8Array({ maxLength: 40 });
const data = someBytes.map((bytes) => ({ kind: 'data', bytes }) as const);

/** Zero to `words` times four bytes. */
const options = (words: number) =>
  fc.nat(words).chain((count) => fc.uint8Array({ minLength: count * 4, maxLength: count * 4 }));

const addressing = {
  tos: octet,
  id: word,
  dontFragment: fc.boolean(),
  ttl: octet,
  source: address,
  destination: address,
  options: options(10),
};

const echo: fc.Arbitrary<IcmpEcho> = fc.record({
  kind: fc.constant('icmp-echo'),
  type: fc.constantFrom('request', 'reply'),
  id: word,
  sequence: word,
  data: someBytes,
});

const quoted: fc.Arbitrary<QuotedPacket> = fc.record({
  ...addressing,
  moreFragments: fc.boolean(),
  fragmentOffset: fc.nat(0x1fff).map((blocks) => blocks * 8),
  protocol: octet,
  totalLength: fc.integer({ min: 60, max: 0xffff }),
  bytes: someBytes,
});

const error: fc.Arbitrary<IcmpError> = fc.record({
  kind: fc.constant('icmp-error'),
  type: fc.constantFrom(3, 5, 11, 12),
  code: octet,
  rest: long,
  quoted,
});

const segment: fc.Arbitrary<TcpSegment> = fc.record({
  kind: fc.constant('tcp'),
  sourcePort: word,
  destinationPort: word,
  sequence: long,
  acknowledgement: long,
  flags: octet,
  window: word,
  options: options(10),
  data: someBytes,
});

/** Port 4789 only where VXLAN is inside. */
const datagram: fc.Arbitrary<UdpDatagram> = fc.record({
  kind: fc.constant('udp'),
  sourcePort: word,
  destinationPort: word.filter((port) => port !== 4789),
  hasChecksum: fc.boolean(),
  payload: data,
});

const arp: fc.Arbitrary<ArpPacket> = fc.record({
  kind: fc.constant('arp'),
  operation: fc.constantFrom('request', 'reply'),
  senderMac: hardware,
  senderIp: address,
  targetMac: hardware,
  targetIp: address,
});

const unknown: fc.Arbitrary<UnknownPayload> = fc.record({
  kind: fc.constant('unknown'),
  etherType: word.filter((type) => type !== 0x0800 && type !== 0x0806),
  bytes: someBytes,
});

const packetOf = (protocol: fc.Arbitrary<number>, payload: fc.Arbitrary<Ipv4Payload>) =>
  fc.record({
    kind: fc.constant('ipv4' as const),
    ...addressing,
    moreFragments: fc.constant(false),
    fragmentOffset: fc.constant(0),
    protocol,
    payload,
  });

const fragment: fc.Arbitrary<Ipv4Packet> = fc
  .record({
    kind: fc.constant('ipv4' as const),
    ...addressing,
    moreFragments: fc.boolean(),
    fragmentOffset: fc.nat(0x1fff).map((blocks) => blocks * 8),
    protocol: octet,
    payload: data,
  })
  .filter((piece) => piece.moreFragments || piece.fragmentOffset > 0);

const withoutCodec = octet.filter((protocol) => ![1, 4, 6, 17].includes(protocol));

const { packet, frame } = fc.letrec<{ packet: Ipv4Packet; frame: Frame; vxlan: UdpDatagram }>(
  (tie) => ({
    packet: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      packetOf(fc.constant(PROTOCOL_ICMP), echo),
      packetOf(fc.constant(PROTOCOL_ICMP), error),
      packetOf(fc.constant(PROTOCOL_TCP), segment),
      packetOf(fc.constant(PROTOCOL_UDP), datagram),
      packetOf(withoutCodec, data),
      fragment,
      packetOf(fc.constant(PROTOCOL_IPIP), tie('packet')),
      packetOf(fc.constant(PROTOCOL_UDP), tie('vxlan')),
    ),
    vxlan: fc.record({
      kind: fc.constant('udp' as const),
      sourcePort: word,
      destinationPort: fc.constant(4789),
      hasChecksum: fc.boolean(),
      payload: fc.record({
        kind: fc.constant('vxlan' as const),
        vni: fc.nat(0xffffff),
        inner: tie('frame'),
      }),
    }),
    frame: fc.record({
      kind: fc.constant('frame' as const),
      destination: hardware,
      source: hardware,
      payload: fc.oneof(arp, unknown, tie('packet')),
    }),
  }),
);

export const arbitraryPacket: fc.Arbitrary<Ipv4Packet> = packet;
export const arbitraryFrame: fc.Arbitrary<Frame> = frame;
/** A packet whose payload is whole and has a value form. */
export const arbitraryWhole: fc.Arbitrary<Ipv4Packet> = fc.oneof(
  packetOf(fc.constant(PROTOCOL_ICMP), echo),
  packetOf(fc.constant(PROTOCOL_TCP), segment),
  packetOf(fc.constant(PROTOCOL_UDP), datagram),
);
