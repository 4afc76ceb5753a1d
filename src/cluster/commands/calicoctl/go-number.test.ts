/** Go's `%.5g`. */
import { expect } from 'chai';
import { formatShortest } from './go-number';

describe('a number of addresses', () => {
  for (const [value, text] of [
    [0, '0'],
    [6, '6'],
    [256, '256'],
    [65530, '65530'],
    [65536, '65536'],
    [131072, '1.3107e+05'],
    [200000, '2e+05'],
    [1048576, '1.0486e+06'],
    [16777216, '1.6777e+07'],
  ] as const) {
    it(`${value} is ${text}`, () => {
      expect(formatShortest(value)).to.equal(text);
    });
  }
});
