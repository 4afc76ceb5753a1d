import { expect } from 'chai';
import fc from 'fast-check';
import { formatIpv4, ipv4, ipv4FromBits, isLoopback, isMulticast, parseIpv4 } from './ipv4';

describe('an IPv4 address', () => {
  it('reads back as it prints', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff).map(ipv4FromBits), (address) => {
        expect(parseIpv4(formatIpv4(address))).to.equal(address);
      }),
    );
  });

  it('is an unsigned number', () => {
    expect(ipv4('192.168.10.101')).to.equal(0xc0a80a65);
    expect(ipv4FromBits(-1)).to.equal(0xffffffff);
  });

  for (const text of [
    '01.2.3.4',
    '1.2.3',
    '1.2.3.4.5',
    '0x7f.1',
    '1.2.3.256',
    ' 1.2.3.4',
    '1.2.3.4\n',
    '1.2.3.-4',
    '1..3.4',
    '::1',
    '',
  ]) {
    it(`is not ${JSON.stringify(text)}, as for Go`, () => {
      expect(parseIpv4(text)).to.equal(undefined);
      expect(() => ipv4(text)).to.throw(RangeError, 'not an IPv4 address');
    });
  }

  it('is a loopback address within 127.0.0.0/8', () => {
    const answers = ['126.255.255.255', '127.0.0.0', '127.255.255.255', '128.0.0.0'];
    expect(answers.map((text) => isLoopback(ipv4(text)))).to.deep.equal([false, true, true, false]);
  });

  it('is a multicast address within 224.0.0.0/4', () => {
    const answers = ['223.255.255.255', '224.0.0.0', '239.255.255.255', '240.0.0.0'];
    expect(answers.map((text) => isMulticast(ipv4(text)))).to.deep.equal([
      false,
      true,
      true,
      false,
    ]);
  });
});
