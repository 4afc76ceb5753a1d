/**
 * The three verdicts, from hand-made ledgers.
 */
import { AssertionError, expect } from 'chai';
import type { LedgerEntry } from './ledger';
import { NotEstablishedError } from './not-established';
import { type ScenarioEnd, verdictOf } from './verdict';

const PASSED: ScenarioEnd = { kind: 'passed' };
const STIMULUS: LedgerEntry = { kind: 'stimulus' };
const ASSERTION: LedgerEntry = { kind: 'assertion' };
const CLAIM: LedgerEntry = { kind: 'claim', subject: 'exchange a > b', advice: 'add a control' };
const SHOWN: LedgerEntry = { kind: 'shown', subject: 'exchange a > b' };
const HELD = { verdict: 'held', why: '' };

describe('the verdict of a scenario', () => {
  it('is held where something was done and what was asserted is so', () => {
    expect(verdictOf([STIMULUS, ASSERTION], PASSED)).to.deep.equal(HELD);
  });

  it('is not established without a stimulus', () => {
    expect(verdictOf([ASSERTION], PASSED)).to.deep.equal({
      verdict: 'not established',
      why: 'nothing was done to the cluster; add a When, such as "When pod1 pings pod2"',
    });
  });

  it('is not established without an assertion', () => {
    expect(verdictOf([STIMULUS], PASSED)).to.deep.equal({
      verdict: 'not established',
      why: 'nothing was asserted; add a Then, such as "Then the ping succeeds"',
    });
  });

  it('is not established where a negative assertion has no control, and says which to add', () => {
    expect(verdictOf([STIMULUS, CLAIM, ASSERTION], PASSED)).to.deep.equal({
      verdict: 'not established',
      why: 'add a control',
    });
  });

  it('is held where the control comes before the negative assertion, or after it', () => {
    expect(verdictOf([SHOWN, STIMULUS, CLAIM, ASSERTION], PASSED)).to.deep.equal(HELD);
    expect(verdictOf([STIMULUS, CLAIM, ASSERTION, SHOWN], PASSED)).to.deep.equal(HELD);
  });

  it('is not established where the control is of something else', () => {
    const other: LedgerEntry = { kind: 'shown', subject: 'exchange a > c' };
    expect(verdictOf([other, STIMULUS, CLAIM, ASSERTION], PASSED).verdict).to.equal(
      'not established',
    );
  });

  it('is violated where an assertion failed', () => {
    const error = new AssertionError('expected the ping to be answered');
    expect(verdictOf([STIMULUS], { kind: 'error', error })).to.deep.equal({
      verdict: 'violated',
      why: 'expected the ping to be answered',
    });
  });

  it('is not established where a step could not look, or broke', () => {
    const blind = new NotEstablishedError('there is no pod podd2');
    expect(verdictOf([], { kind: 'error', error: blind })).to.deep.equal({
      verdict: 'not established',
      why: 'there is no pod podd2',
    });
    const bug = new TypeError('x is not a function');
    expect(verdictOf([], { kind: 'error', error: bug })).to.deep.equal({
      verdict: 'not established',
      why: 'TypeError: x is not a function',
    });
  });

  it('is not established where a step is undefined', () => {
    const end: ScenarioEnd = { kind: 'unfinished', status: 'UNDEFINED' };
    expect(verdictOf([STIMULUS, ASSERTION], end)).to.deep.equal({
      verdict: 'not established',
      why: 'a step is undefined',
    });
  });
});
