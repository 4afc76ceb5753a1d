import { expect } from 'chai';
import fc from 'fast-check';
import { lineFits, matchLines } from './line-pattern';

function fits(pattern: readonly string[], lines: readonly string[]): boolean {
  return matchLines(pattern, lines).matched === pattern.length;
}

describe('lines with …', () => {
  it('fit where the rest is the same to the letter', () => {
    expect(lineFits('time=… ms', 'time=0.04 ms')).to.equal(true);
    expect(lineFits('time=… ms', 'time=0.04 s')).to.equal(false);
    expect(lineFits('…', '')).to.equal(true);
    expect(lineFits('a…b…c', 'a-b-b-c')).to.equal(true);
    expect(lineFits('ab…bc', 'abc')).to.equal(false);
  });

  it('come one after the other, wherever they begin', () => {
    expect(fits(['b', 'c'], ['a', 'b', 'c', 'd'])).to.equal(true);
    expect(fits(['b', 'd'], ['a', 'b', 'c', 'd'])).to.equal(false);
  });

  it('leave any number of lines out where one is nothing but …', () => {
    expect(fits(['a', '…', 'd'], ['a', 'b', 'c', 'd'])).to.equal(true);
    expect(fits(['a', '…', 'b'], ['a', 'b'])).to.equal(true);
    expect(fits(['a', '…', 'x'], ['a', 'b'])).to.equal(false);
  });

  it('say how far they came at the best place', () => {
    expect(matchLines(['a', 'b', 'x'], ['a', 'c', 'a', 'b', 'c'])).to.deep.equal({
      matched: 2,
      stuckAt: 4,
    });
  });

  it('fit every text that they were made from', () => {
    const word = fc.stringMatching(/^[a-z ]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), (lines, seed) => {
        const cut = seed % lines.length;
        const pattern = lines.map((line, at) => (at === cut ? `${line.slice(0, 1)}…` : line));
        expect(fits(pattern, ['before', ...lines, 'after'])).to.equal(true);
      }),
    );
  });
});
