import { expect } from 'chai';
import fc from 'fast-check';
import { encodePayload } from './encode';
import { cutPacket, fragmentPacket, reassemble } from './fragment';
import { headerLength, type Ipv4Packet, packetLength } from './ipv4';
import { arbitraryWhole } from './testing/arbitrary-frames';
import { bytes, hex } from './testing/hex';
import { echo, packetOf } from './testing/sample-frames';

const ping4000 = packetOf({ dontFragment: false, payload: echo('request', 4000) });
const lengths = (pieces: readonly Ipv4Packet[]) => pieces.map(packetLength);

/** A whole packet and pieces of it, shuffled. */
const cut = arbitraryWhole.chain((whole) =>
  fc.record({
    whole: fc.constant<Ipv4Packet>({ ...whole, dontFragment: false }),
    mtu: fc.integer({ min: headerLength(whole) + 8, max: 120 }),
    seed: fc.infiniteStream(fc.nat()),
  }),
);

describe('fragmentation', () => {
  const known: readonly [number, readonly number[]][] = [
    [1500, [1500, 1500, 1068]],
    [1480, [1476, 1476, 1116]],
    [1450, [1444, 1444, 1180]],
  ];
  for (const [mtu, expected] of known) {
    it(`cuts a ping of 4000 bytes for an MTU of ${mtu} into ${expected.join(', ')}`, () => {
      expect(lengths(fragmentPacket(ping4000, mtu))).to.deep.equal(expected);
    });
  }

  it('numbers the pieces, and all but the last say that more follow', () => {
    const pieces = fragmentPacket(ping4000, 1500);
    expect(
      pieces.map((piece) => [piece.fragmentOffset, piece.moreFragments, piece.id]),
    ).to.deep.equal([
      [0, true, 4097],
      [1480, true, 4097],
      [2960, false, 4097],
    ]);
  });

  it('leaves a packet alone that fits', () => {
    expect(fragmentPacket(ping4000, 4028)).to.deep.equal([ping4000]);
  });

  it('makes no piece longer than the longest that came in', () => {
    const echo3000 = packetOf({ dontFragment: false, payload: echo('request', 3000) });
    expect(lengths(fragmentPacket(echo3000, 1500, 1444))).to.deep.equal([1444, 1444, 180]);
  });

  it('keeps "don’t fragment" only of a packet that was put together here', () => {
    const whole = packetOf({ dontFragment: true, payload: echo('request', 2000) });
    const saysSo = (pieces: readonly Ipv4Packet[]) => pieces.map((piece) => piece.dontFragment);
    expect(saysSo(fragmentPacket(whole, 1500))).to.deep.equal([false, false]);
    expect(saysSo(fragmentPacket(whole, 1500, 1500))).to.deep.equal([true, true]);
  });

  it('copies the options into later pieces that say so, and blanks the others', () => {
    const options = bytes('94040000 07070400 00000000');
    const [first, second] = fragmentPacket({ ...ping4000, options }, 1500);
    expect(hex(first?.options ?? options.slice(0, 0))).to.equal('940400000707040000000000');
    expect(hex(second?.options ?? options.slice(0, 0))).to.equal('940400000101010101010100');
  });

  it('cuts into the pieces that came in, where they are named', () => {
    expect(lengths(cutPacket(ping4000, [800, 1600, 1608]))).to.deep.equal([820, 1620, 1628]);
  });

  it('gives pieces that fit and hold every byte once', () => {
    fc.assert(
      fc.property(cut, ({ whole, mtu }) => {
        const pieces = fragmentPacket(whole, mtu);
        expect(Math.max(...lengths(pieces))).to.be.at.most(Math.max(mtu, headerLength(whole)));
        expect(pieces.map((piece) => hex(encodePayload(piece))).join('')).to.equal(
          hex(encodePayload(whole)),
        );
      }),
    );
  });
});

describe('reassembly', () => {
  it('gives the packet back, whatever the order, and though pieces came twice', () => {
    fc.assert(
      fc.property(cut, ({ whole, mtu, seed }) => {
        const pieces = fragmentPacket(whole, mtu);
        const shuffled = [...pieces, ...pieces.slice(0, 2)]
          .map((piece) => ({ piece, key: seed.next().value }))
          .sort((one, other) => one.key - other.key)
          .map(({ piece }) => piece);
        expect(reassemble(shuffled)).to.deep.equal(whole);
      }),
    );
  });

  it('waits while any one piece is missing', () => {
    const pieces = fragmentPacket(ping4000, 1500);
    for (const missing of pieces) {
      expect(reassemble(pieces.filter((piece) => piece !== missing))).to.equal(undefined);
    }
  });

  it('gives nothing for pieces that overlap', () => {
    const [first] = fragmentPacket(ping4000, 1500);
    const [, later] = fragmentPacket(ping4000, 1000);
    expect(reassemble([first ?? ping4000, later ?? ping4000])).to.equal(undefined);
  });

  it('says "don’t fragment" if the longest piece did', () => {
    const pieces = fragmentPacket(packetOf({ payload: echo('request', 2000) }), 1500, 1500);
    expect(reassemble(pieces)?.dontFragment).to.equal(true);
  });
});
