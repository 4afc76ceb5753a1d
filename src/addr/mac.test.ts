import { expect } from 'chai';
import fc from 'fast-check';
import { BROADCAST_MAC, formatMac, isGroupMac, mac, macFromBits, parseMac, ZERO_MAC } from './mac';

describe('a MAC address', () => {
  it('reads back as it prints', () => {
    fc.assert(
      fc.property(fc.nat(0xffff), fc.nat(0xffffffff), (high, low) => {
        const address = macFromBits(high, low);
        expect(parseMac(formatMac(address))).to.equal(address);
      }),
    );
  });

  it('keeps all of its 48 bits', () => {
    expect(mac('ee:ee:ee:ee:ee:ee')).to.equal(0xeeee_eeee_eeee);
    expect(formatMac(mac('00:00:00:00:00:01'))).to.equal('00:00:00:00:00:01');
  });

  for (const text of [
    '',
    'ee:ee:ee:ee:ee',
    'ee-ee-ee-ee-ee-ee',
    'eeeeeeeeeeee',
    'ee:ee:ee:ee:ee:e',
    'gg:ee:ee:ee:ee:ee',
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => {
      expect(parseMac(text)).to.equal(undefined);
      expect(() => mac(text)).to.throw(RangeError, 'not a MAC address');
    });
  }

  it('is a group’s where the lowest bit of its first octet is set', () => {
    const addresses = [BROADCAST_MAC, mac('01:00:5e:00:00:01'), ZERO_MAC, mac('ee:ee:ee:ee:ee:ee')];
    expect(addresses.map(isGroupMac)).to.deep.equal([true, true, false, false]);
  });
});
