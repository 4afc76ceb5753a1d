import { expect } from 'chai';
import fc from 'fast-check';
import { seededRandom } from './random';

describe('the dice', () => {
  it('fall alike for the same seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const one = seededRandom(seed);
        const other = seededRandom(seed);
        expect([one.next(), one.next()]).to.deep.equal([other.next(), other.next()]);
      }),
    );
  });

  it('fall differently for neighbouring seeds', () => {
    const falls = Array.from({ length: 100 }, (_, seed) => seededRandom(seed).next());
    expect(new Set(falls).size).to.be.above(98);
  });

  it('show every face, and none beyond', () => {
    const random = seededRandom(1);
    const faces = new Set(Array.from({ length: 1000 }, () => random.between(1, 6)));
    expect([...faces].sort()).to.deep.equal([1, 2, 3, 4, 5, 6]);
  });
});
