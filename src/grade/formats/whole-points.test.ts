/** Integer points: nobody gains a point, nobody loses one. */
import { expect } from 'chai';
import fc from 'fast-check';
import { wholePoints } from './whole-points';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('whole points', () => {
  it('are dealt out by what rounding took', () => {
    const third = { points: 10 / 3, maxPoints: 10 / 3 };
    expect(wholePoints([third, third, third])).to.deep.equal([
      { points: 4, maxPoints: 4 },
      { points: 3, maxPoints: 3 },
      { points: 3, maxPoints: 3 },
    ]);
  });

  it('add up, and are none above the most nor below none', () => {
    const part = fc
      .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 100 }))
      .map(([most, percent]) => ({ points: (most * percent) / 10_000, maxPoints: most / 100 }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const whole = wholePoints(parts);
        const most = sum(parts.map(({ maxPoints }) => maxPoints));
        expect(sum(whole.map(({ maxPoints }) => maxPoints))).to.equal(
          Math.floor(most + 0.5 + 1e-9),
        );
        for (const { points, maxPoints } of whole) {
          expect(Number.isInteger(points) && Number.isInteger(maxPoints)).to.equal(true);
          expect(points).to.be.within(0, maxPoints);
        }
      }),
    );
  });
});
