import { expect } from 'chai';
import fc from 'fast-check';
import { ipv4 } from '../addr/ipv4';
import { encodePayload } from './encode';
import type { QuotedPacket } from './icmp';
import type { Ipv4Packet } from './ipv4';
import {
  quotedIcmp,
  quotedLength,
  quotedPorts,
  quotePacket,
  withQuotedAddresses,
  withQuotedIcmpId,
  withQuotedPorts,
} from './quote';
import { arbitraryPacket } from './testing/arbitrary-frames';
import { hex } from './testing/hex';
import { datagram, echo, packetOf, segment } from './testing/sample-frames';

const INSIDE = ipv4('172.16.158.3');
const OUTSIDE = ipv4('192.168.10.101');
const SERVER = ipv4('203.0.113.10');

/** The quotation of a packet from outside, translated to be one from inside. */
const translated = (packet: Ipv4Packet, maxBytes: number) =>
  withQuotedAddresses(quotePacket({ ...packet, source: OUTSIDE }, maxBytes), INSIDE, SERVER);

const fromInside = (packet: Ipv4Packet) => ({ ...packet, source: INSIDE, destination: SERVER });

describe('a quotation', () => {
  it('holds as much of the packet as there is room for, and says how long the packet was', () => {
    fc.assert(
      fc.property(arbitraryPacket, fc.integer({ min: 60, max: 548 }), (packet, maxBytes) => {
        const quoted = quotePacket(packet, maxBytes);
        expect(quotedLength(quoted)).to.equal(Math.min(quoted.totalLength, maxBytes));
      }),
    );
  });

  it('is of 548 bytes at most where the error must fit into 576', () => {
    const quoted = quotePacket(packetOf({ payload: echo('request', 1472) }), 548);
    expect([quotedLength(quoted), quoted.totalLength]).to.deep.equal([548, 1500]);
  });

  it('shows ports and ICMP ids of the packets that have them', () => {
    expect(quotedPorts(quotePacket(datagram({}), 548))).to.deep.equal({
      source: 40_000,
      destination: 33_434,
    });
    expect(quotedIcmp(quotePacket(packetOf({}), 548))).to.deep.include({
      type: 8,
      code: 0,
      id: 6617,
    });
    expect(quotedPorts(quotePacket(packetOf({}), 548))).to.equal(undefined);
    expect(quotedIcmp(quotePacket(datagram({}), 548))).to.equal(undefined);
  });

  it('of a later fragment has neither', () => {
    const later: QuotedPacket = { ...quotePacket(datagram({}), 548), fragmentOffset: 1480 };
    expect(quotedPorts(later)).to.equal(undefined);
    expect(quotedIcmp({ ...later, protocol: 1 })).to.equal(undefined);
  });
});

describe('a translated quotation', () => {
  for (const [what, packet] of [
    ['UDP', datagram({})],
    ['TCP', segment({})],
    ['an echo request', packetOf({})],
  ] as const) {
    it(`of ${what} is what the packet would have been with other addresses`, () => {
      expect(translated(packet, 548)).to.deep.equal(quotePacket(fromInside(packet), 548));
    });
  }

  it('has the checksum of its new ports', () => {
    const patched = withQuotedPorts(quotePacket(datagram({}), 548), { source: 9, destination: 53 });
    const computed = datagram({ sourcePort: 9, destinationPort: 53 });
    expect(hex(patched.bytes)).to.equal(hex(encodePayload(computed)));
  });

  it('has the checksum of its new ICMP id', () => {
    const patched = withQuotedIcmpId(quotePacket(packetOf({}), 548), 64_641);
    const computed = packetOf({ payload: { ...echo('request'), id: 64_641 } });
    expect(hex(patched.bytes)).to.equal(hex(encodePayload(computed)));
  });

  it('leaves a checksum alone that was not quoted or never made', () => {
    const short = quotePacket({ ...segment({}), source: OUTSIDE }, 28);
    expect(hex(translated(segment({}), 28).bytes)).to.equal(hex(short.bytes));
    const none = datagram({ hasChecksum: false });
    expect(translated(none, 548)).to.deep.equal(quotePacket(fromInside(none), 548));
  });
});
