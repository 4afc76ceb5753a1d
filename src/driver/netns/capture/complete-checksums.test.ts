/** Checksums that no card has computed. */
import { expect } from 'chai';
import fc from 'fast-check';
import { ipv4, ipv4FromBits } from '../../../addr/ipv4';
import { mac } from '../../../addr/mac';
import { checksum, pseudoHeaderSum } from '../../../wire/checksum';
import { encodeFrame } from '../../../wire/encode';
import type { Frame } from '../../../wire/ethernet';
import { type Ipv4Packet, NO_OPTIONS, PROTOCOL_UDP } from '../../../wire/ipv4';
import { completeChecksums } from './complete-checksums';

function datagram(source: Ipv4Packet['source'], bytes: Uint8Array): Frame {
  return {
    kind: 'frame',
    destination: mac('ee:ee:ee:ee:ee:ee'),
    source: mac('02:00:00:00:00:01'),
    payload: {
      kind: 'ipv4',
      tos: 0,
      id: 1,
      dontFragment: true,
      moreFragments: false,
      fragmentOffset: 0,
      ttl: 64,
      protocol: PROTOCOL_UDP,
      source,
      destination: ipv4('172.16.184.1'),
      options: NO_OPTIONS,
      payload: {
        kind: 'udp',
        sourcePort: 40_000,
        destinationPort: 7,
        hasChecksum: true,
        payload: { kind: 'data', bytes },
      },
    },
  };
}

const CHECKSUM_AT = 14 + 20 + 6;

/** The frame as a virtual link shows it: with the sum of the pseudo-header only. */
function left(whole: Uint8Array, source: Ipv4Packet['source']): Uint8Array {
  const bytes = whole.slice();
  const view = new DataView(bytes.buffer);
  const ends = { source, destination: ipv4('172.16.184.1') };
  const sum = pseudoHeaderSum(ends, PROTOCOL_UDP, bytes.length - 34);
  view.setUint16(CHECKSUM_AT, checksum(view, 0, 0, sum) ^ 0xffff);
  return bytes;
}

describe('a checksum that was left to a card', () => {
  it('becomes what the card would have sent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), fc.uint8Array({ maxLength: 40 }), (bits, data) => {
        const source = ipv4FromBits(bits);
        const whole = encodeFrame(datagram(source, data));
        expect(completeChecksums(left(whole, source), true)).to.deep.equal(whole);
      }),
    );
  });

  it('stays as it is where it is right, and where it is wrong', () => {
    const whole = encodeFrame(datagram(ipv4('172.16.158.1'), Uint8Array.of(1, 2, 3)));
    expect(completeChecksums(whole, true)).to.deep.equal(whole);
    const wrong = whole.slice();
    wrong[CHECKSUM_AT] = (wrong[CHECKSUM_AT] ?? 0) ^ 0x55;
    expect(completeChecksums(wrong, true)).to.deep.equal(wrong);
  });
});
