import { expect } from 'chai';
import fc from 'fast-check';
import { timerDelay } from './timer-wheel';

const SECOND_US = 1_000_000;

describe('a timer of the kernel', () => {
  it('goes off after 1.024 s where a second was asked for, on the beat of its wheel', () => {
    expect(timerDelay(20_000, SECOND_US)).to.equal(1_004_000);
    expect(timerDelay(1_024_000, SECOND_US)).to.equal(1_024_000);
  });

  it('is never early, and late by an eighth of what it runs at most', () => {
    fc.assert(
      fc.property(fc.nat(100 * SECOND_US), fc.nat(60 * SECOND_US), (nowUs, delayUs) => {
        const late = timerDelay(nowUs, delayUs) - delayUs;
        expect(late).to.be.greaterThan(-4000);
        expect(late).to.be.at.most(Math.max(8000, delayUs / 7 + 4000));
      }),
    );
  });
});
