/** The exit status of a run, from what its scenarios came to. */
import { expect } from 'chai';
import { EXIT } from '../exit-code';
import { exitOf, saysNothing } from './run-exit';
import type { RunRecord, ScenarioResult } from './run-record';

function record(scenarios: readonly Partial<ScenarioResult>[], rest: Partial<RunRecord> = {}) {
  return {
    scenarios: scenarios.map((scenario) => ({
      verdict: 'held' as const,
      where: 'a.feature:1',
      name: 'a',
      tags: [],
      sentence: undefined,
      why: '',
      asked: [],
      ...scenario,
    })),
    skipped: 0,
    empty: [],
    written: 1,
    parseFailures: [],
    ...rest,
  };
}

const VIOLATED = { verdict: 'violated' } as const;
const NOT_ESTABLISHED = { verdict: 'not established', why: 'no stimulus' } as const;
const BROKEN = { verdict: 'not established', why: 'InvariantError: no case' } as const;

describe('the exit status of a run', () => {
  it('is that of the gravest scenario', () => {
    expect(exitOf(record([{}]), false)).to.equal(EXIT.held);
    expect(exitOf(record([{}, NOT_ESTABLISHED]), false)).to.equal(EXIT.notEstablished);
    expect(exitOf(record([NOT_ESTABLISHED, VIOLATED]), false)).to.equal(EXIT.violated);
    expect(exitOf(record([VIOLATED, BROKEN]), false)).to.equal(EXIT.bug);
  });

  it('is 2 where nothing ran, whatever kept it from running', () => {
    for (const nothing of [
      record([], { written: 0 }),
      record([], { parseFailures: [{ where: 'a.feature:1:1', why: '' }] }),
      record([], { skipped: 1 }),
      record([{}], { empty: ['a.feature:1: there is no scenario'] }),
    ]) {
      expect(exitOf(nothing, false)).to.equal(EXIT.notEstablished);
      expect(saysNothing(nothing, false)).to.be.a('string');
    }
  });

  it('is 0 where nothing was to be run and every sentence is known', () => {
    expect(exitOf(record([], { skipped: 1 }), true)).to.equal(EXIT.held);
  });
});
