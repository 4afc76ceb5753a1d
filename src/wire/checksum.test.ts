import { expect } from 'chai';
import fc from 'fast-check';
import { checksum, checksumAfter } from './checksum';
import { viewOf } from './codec';
import { bytes } from './testing/hex';

const sumOf = (octets: Uint8Array) => checksum(viewOf(octets), 0, octets.length);

describe('the Internet checksum', () => {
  it('is the one of the example in RFC 1071', () => {
    expect(sumOf(bytes('0001 f203 f4f5 f6f7'))).to.equal(0xddf2 ^ 0xffff);
  });

  it('counts a last odd byte as if a zero followed', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (octets) => {
        expect(sumOf(octets)).to.equal(
          sumOf(Uint8Array.of(...octets, ...new Uint8Array(octets.length % 2))),
        );
      }),
    );
  });

  it('of a word and all before it is zero once it stands among them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (octets) => {
        const even = Uint8Array.of(...octets, ...new Uint8Array(octets.length % 2), 0, 0);
        viewOf(even).setUint16(even.length - 2, sumOf(even));
        expect(sumOf(even)).to.equal(0);
      }),
    );
  });

  it('patched is the one computed anew, in one of the two spellings of zero', () => {
    const word = fc.nat(0xffff);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.nat(), word, (words, where, newWord) => {
        const at = (where % words.length) * 2;
        const view = new DataView(new ArrayBuffer(words.length * 2));
        words.forEach((value, index) => {
          view.setUint16(index * 2, value);
        });
        const before = checksum(view, 0, view.byteLength);
        const patched = checksumAfter(before, view.getUint16(at), newWord);
        view.setUint16(at, newWord);
        expect(patched % 0xffff).to.equal(checksum(view, 0, view.byteLength) % 0xffff);
      }),
    );
  });
});
