import { expect } from 'chai';
import fc from 'fast-check';
import {
  ANYWHERE,
  cidr,
  cidrContains,
  cidrOf,
  cidrSize,
  cidrsOverlap,
  formatCidr,
  isStrictlyMasked,
  parseCidr,
  parseInterfaceAddress,
} from './cidr';
import { ipv4, ipv4FromBits } from './ipv4';

const address = fc.nat(0xffffffff).map(ipv4FromBits);
const prefix = fc.tuple(address, fc.nat(32)).map(([bits, length]) => cidrOf(bits, length));

describe('a CIDR', () => {
  it('reads back as it prints', () => {
    fc.assert(
      fc.property(prefix, (one) => {
        expect(parseCidr(formatCidr(one))).to.deep.equal(one);
        expect(isStrictlyMasked(formatCidr(one))).to.equal(true);
      }),
    );
  });

  it('clears its host bits, which a strict reader refuses', () => {
    expect(formatCidr(cidr('172.16.158.3/24'))).to.equal('172.16.158.0/24');
    expect(isStrictlyMasked('172.16.158.3/24')).to.equal(false);
  });

  for (const text of [
    '1.2.3.4',
    '1.2.3.4/33',
    '1.2.3.4/',
    '1.2.3.4/-1',
    '1.2.3.4/08',
    '1.2.3/24',
    '01.2.3.4/24',
    ' 1.2.3.4/24',
    '1.2.3.4/24 ',
    '/24',
  ]) {
    it(`is not ${JSON.stringify(text)}, as for Go`, () => {
      expect(parseCidr(text)).to.equal(undefined);
      expect(() => cidr(text)).to.throw(RangeError, 'not a CIDR');
    });
  }

  it('holds the addresses from its own on, as many as its size says', () => {
    fc.assert(
      fc.property(prefix, address, (one, other) => {
        const isWithin = other >= one.address && other < one.address + cidrSize(one);
        expect(cidrContains(one, other)).to.equal(isWithin);
      }),
    );
  });

  it('overlaps another one if either holds the other', () => {
    fc.assert(
      fc.property(prefix, prefix, (one, other) => {
        const holds = cidrContains(one, other.address) || cidrContains(other, one.address);
        expect(cidrsOverlap(one, other)).to.equal(holds);
        expect(cidrsOverlap(one, ANYWHERE)).to.equal(true);
      }),
    );
  });
});

describe('an interface’s address', () => {
  it('keeps its host bits, and is a /32 where no length is given', () => {
    expect(parseInterfaceAddress('192.168.10.101/24')).to.deep.equal({
      address: ipv4('192.168.10.101'),
      length: 24,
    });
    expect(parseInterfaceAddress('172.16.158.0')).to.deep.equal({
      address: ipv4('172.16.158.0'),
      length: 32,
    });
  });

  it('is not an address or a length out of range', () => {
    for (const text of ['192.168.10.256/24', '192.168.10.1/33', '192.168.10.1/', 'eth0']) {
      expect(parseInterfaceAddress(text)).to.equal(undefined);
    }
  });
});
