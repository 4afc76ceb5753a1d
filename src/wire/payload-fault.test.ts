import { expect } from 'chai';
import fc from 'fast-check';
import { decodePacket } from './decode';
import { encodePacket } from './encode';
import type { Ipv4Packet } from './ipv4';
import { payloadFault } from './payload-fault';
import { arbitraryPacket } from './testing/arbitrary-frames';
import { datagram, ipip, packetOf, segment, vxlan } from './testing/sample-frames';

/** The packet as it arrives after the byte at `at` was changed on the way. */
function hurt(packet: Ipv4Packet, at: number): Ipv4Packet {
  const bytes = encodePacket(packet);
  bytes.set([(bytes.at(at) ?? 0) ^ 0x40], at);
  const read = decodePacket(bytes);
  return read.kind === 'malformed' ? expect.fail(`dropped as ${read.reason}`) : read;
}

const cases: readonly [string, Ipv4Packet, string | undefined][] = [
  ['an echo request', hurt(packetOf({}), 40), 'ICMP_CSUM'],
  ['a UDP datagram', hurt(datagram({}), 30), 'UDP_CSUM'],
  ['a UDP datagram without a checksum', hurt(datagram({ hasChecksum: false }), 30), undefined],
  ['a UDP datagram’s length', hurt(datagram({}), 25), 'PKT_TOO_SMALL'],
  ['a TCP segment', hurt(segment({}), 30), 'TCP_CSUM'],
  ['an IPIP packet’s inner header', hurt(ipip(packetOf({})), 28), 'IP_CSUM'],
  ['an IPIP packet’s inner payload', hurt(ipip(packetOf({})), 80), undefined],
];

describe('a packet hurt on the way', () => {
  for (const [what, packet, reason] of cases) {
    const fate = reason === undefined ? 'is nothing a receiver sees' : `is dropped as ${reason}`;
    it(`in ${what} ${fate}`, () => {
      expect(payloadFault(packet)).to.equal(reason);
    });
  }

  it('in a VXLAN header without a UDP checksum is dropped as VXLAN_INVALID_HDR', () => {
    const { payload } = vxlan(packetOf({}));
    if (payload.kind !== 'udp') return expect.fail('VXLAN travels in UDP');
    const packet = { ...vxlan(packetOf({})), payload: { ...payload, hasChecksum: false } };
    expect(payloadFault(hurt(packet, 28))).to.equal('VXLAN_INVALID_HDR');
  });

  it('is not what any packet is that we write', () => {
    fc.assert(
      fc.property(arbitraryPacket, (packet) => {
        expect(payloadFault(packet)).to.equal(undefined);
      }),
    );
  });
});
