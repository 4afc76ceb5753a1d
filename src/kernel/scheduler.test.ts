import { expect } from 'chai';
import fc from 'fast-check';
import { Scheduler } from './scheduler';

describe('virtual time', () => {
  it('runs events by time, and those of one time in the order of planning', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (delays) => {
        const scheduler = new Scheduler();
        const ran: { readonly atUs: number; readonly index: number }[] = [];
        delays.forEach((delay, index) => {
          scheduler.after(delay, () => ran.push({ atUs: scheduler.nowUs, index }));
        });
        scheduler.runUntil(20);
        const planned = delays.map((atUs, index) => ({ atUs, index }));
        planned.sort((one, other) => one.atUs - other.atUs || one.index - other.index);
        expect(ran).to.deep.equal(planned);
      }),
    );
  });

  it('forgets an event that was called off', () => {
    const scheduler = new Scheduler();
    let ran = false;
    scheduler.after(5, () => {
      ran = true;
    }).cancelled = true;
    scheduler.runUntil(10);
    expect({ ran, nowUs: scheduler.nowUs }).to.deep.equal({ ran: false, nowUs: 10 });
  });

  it('stops as soon as what it waits for is there', () => {
    const scheduler = new Scheduler();
    const ran: number[] = [];
    for (const delay of [1, 2, 3]) scheduler.after(delay, () => ran.push(delay));
    scheduler.runUntil(10, () => ran.length === 2);
    expect({ ran, nowUs: scheduler.nowUs }).to.deep.equal({ ran: [1, 2], nowUs: 2 });
  });
});
