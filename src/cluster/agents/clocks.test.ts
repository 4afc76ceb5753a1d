import { expect } from 'chai';
import fc from 'fast-check';
import type { Clock } from './clock';
import { TableClock } from './table-clock';
import { TickClock } from './tick-clock';

const S = 1_000_000;

/** The first so many times at which the clock has its agent look, in seconds. */
function looks(clock: Clock, count: number, fromUs = 0): readonly number[] {
  const times: number[] = [];
  let nowUs = fromUs;
  for (let look = 0; look < count; look++) {
    nowUs = clock.next(nowUs) ?? Number.NaN;
    times.push(nowUs / S);
  }
  return times;
}

describe('the clocks of agents', () => {
  it('tick at the interval', () => {
    expect(looks(new TickClock(90 * S, 50 * S), 3)).to.deep.equal([50, 140, 230]);
    expect(new TickClock(10 * S, 5 * S).next(5 * S)).to.equal(15 * S);
  });

  it('never tick where the interval is zero', () => {
    expect(new TickClock(0, 5 * S).next(0)).to.equal(undefined);
    expect(new TableClock(0, S, 0).next(0)).to.equal(undefined);
  });

  it('read a table a refresh interval after it was last read', () => {
    expect(looks(new TableClock(90 * S, S, -30 * S), 3)).to.deep.equal([60, 150, 240]);
  });

  it('read it again and again after a write, each time after twice as long', () => {
    const clock = new TableClock(90 * S, S, 0);
    clock.wrote(100 * S);
    const after = looks(clock, 10, 100 * S).map((time) => time - 100);
    expect(after).to.deep.equal([1, 2, 4, 8, 16, 32, 64, 128, 218, 256]);
  });

  it('read it no more after an hour where there is no refresh', () => {
    const clock = new TableClock(0, S, 0);
    clock.wrote(0);
    expect(looks(clock, 12).at(-1)).to.equal(2048);
    expect(clock.next(2048 * S)).to.equal(undefined);
  });

  it('are always ahead, and never by more than the interval', () => {
    const us = fc.nat(100_000 * S);
    fc.assert(
      fc.property(us, us, us, (first, write, now) => {
        const clock = new TableClock(90 * S, S, first - 90 * S);
        if (write < now) clock.wrote(write);
        const next = clock.next(now) ?? 0;
        expect(next).to.be.above(now);
        if (now > first) expect(next).to.be.at.most(now + 90 * S);
      }),
    );
  });
});
