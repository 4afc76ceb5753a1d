/** Virtual time: what is planned happens in the order of its time, then of its being planned. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { Scheduler } from './scheduler';

describe('the scheduler', () => {
  it('runs events by time, and those of one time as they were planned', () => {
    const scheduler = new Scheduler();
    const seen: string[] = [];
    const say = (what: string) => () => seen.push(`${scheduler.nowUs} ${what}`);
    scheduler.after(20, say('late'));
    scheduler.after(10, say('first'));
    scheduler.after(10, say('second'));
    scheduler.after(0, say('now'));
    scheduler.runUntil(100);
    expect(seen).to.deep.equal(['0 now', '10 first', '10 second', '20 late']);
    expect(scheduler.nowUs).to.equal(100);
  });

  it('runs what an event plans for now after all that was planned for now', () => {
    const scheduler = new Scheduler();
    const seen: string[] = [];
    scheduler.after(5, () => {
      seen.push('one');
      scheduler.after(0, () => seen.push('its child'));
    });
    scheduler.after(5, () => seen.push('two'));
    scheduler.runUntil(5);
    expect(seen).to.deep.equal(['one', 'two', 'its child']);
  });

  it('does not run what was cancelled', () => {
    const scheduler = new Scheduler();
    const seen: string[] = [];
    const timer = scheduler.after(5, () => seen.push('never'));
    scheduler.after(4, () => {
      timer.cancelled = true;
    });
    scheduler.after(6, () => seen.push('after'));
    scheduler.runUntil(10);
    expect(seen).to.deep.equal(['after']);
  });

  it('stops at the moment when its caller is content, and goes on from there', () => {
    const scheduler = new Scheduler();
    const seen: number[] = [];
    for (const at of [1, 2, 3]) scheduler.after(at, () => seen.push(at));
    scheduler.runUntil(100, () => seen.length === 2);
    expect(scheduler.nowUs).to.equal(2);
    scheduler.runUntil(100);
    expect(seen).to.deep.equal([1, 2, 3]);
  });

  it('leaves what comes later for later', () => {
    const scheduler = new Scheduler();
    let ran = false;
    scheduler.after(11, () => {
      ran = true;
    });
    scheduler.runUntil(10);
    expect([ran, scheduler.nowUs]).to.deep.equal([false, 10]);
    scheduler.runUntil(11);
    expect([ran, scheduler.nowUs]).to.deep.equal([true, 11]);
  });

  it('agrees with a sorted list, whatever is planned and called off', () => {
    const plan = fc.record({ delay: fc.nat(50), cancel: fc.boolean() });
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 60 }), (plans) => {
        const scheduler = new Scheduler();
        const seen: number[] = [];
        plans.forEach(({ delay, cancel }, index) => {
          const timer = scheduler.after(delay, () => seen.push(index));
          timer.cancelled = cancel;
        });
        scheduler.runUntil(100);
        const wanted = plans
          .map(({ delay, cancel }, index) => ({ delay, cancel, index }))
          .filter(({ cancel }) => !cancel)
          .sort((one, other) => one.delay - other.delay || one.index - other.index);
        expect(seen).to.deep.equal(wanted.map(({ index }) => index));
      }),
    );
  });
});
