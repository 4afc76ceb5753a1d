import { expect } from 'chai';
import { ipFamilyOf, parseNetwork } from './ip-family';

describe('the family of an address', () => {
  for (const [text, family] of [
    ['10.0.0.1', 4],
    ['10.0.0.256', undefined],
    ['::', 6],
    ['::1', 6],
    ['fe80::1:2', 6],
    ['1:2:3:4:5:6:7:8', 6],
    ['1:2:3:4:5:6:7::', 6],
    ['1:2:3:4:5:6:7', undefined],
    ['1:2:3:4:5:6:7:8::', undefined],
    ['1::2::3', undefined],
    ['::12345', undefined],
    ['', undefined],
  ] as const) {
    it(`${text || '(nothing)'} is ${family ?? 'none'}`, () => {
      expect(ipFamilyOf(text)).to.equal(family);
    });
  }
});

describe('a prefix of either family', () => {
  for (const [text, masked, linkLocal] of [
    ['172.16.0.0/16', true, false],
    ['172.16.0.1/16', false, false],
    ['169.254.8.0/24', true, true],
    ['0.0.0.0/0', true, true],
    ['fd00::/64', true, false],
    ['fd00::1/64', false, false],
    ['fe80::/10', true, true],
    ['febf::/16', true, true],
    ['fec0::/10', true, false],
    ['::/0', true, true],
  ] as const) {
    it(`${text} is ${masked ? '' : 'not '}masked and ${linkLocal ? '' : 'not '}link-local`, () => {
      const network = parseNetwork(text);
      expect(network?.isStrictlyMasked).to.equal(masked);
      expect(network?.isLinkLocal).to.equal(linkLocal);
    });
  }
});
