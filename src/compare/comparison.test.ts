/** Same, different, or not comparable. */
import { expect } from 'chai';
import { type Account, NOTHING_CHOSEN } from './account';
import { compareScenarios, type ScenarioOnDriver } from './comparison';

function accountWith(value: string, notObserved?: string): Account {
  const row = { text: value, fields: { value } };
  const tables = [{ kind: 'answer', name: 'the answer', rows: [row] }] as const;
  const at = { question: 'sysctl', stimulus: undefined, chosen: NOTHING_CHOSEN };
  return { answers: [{ ...at, tables, notObserved }], macOwners: new Map() };
}

function held(driver: string, account: Account | undefined): ScenarioOnDriver {
  return { driver, verdict: 'held', why: '', account };
}

describe('of a scenario on two drivers is said', () => {
  const sim = held('sim', accountWith('1'));

  it('that it is the same', () => {
    expect(compareScenarios(sim, held('netns', accountWith('1')))).to.deep.equal({ kind: 'same' });
  });

  it('where it differs first', () => {
    expect(compareScenarios(sim, held('netns', accountWith('0')))).to.deep.equal({
      kind: 'differs',
      difference: {
        where: 'sysctl: the answer, row 1: value',
        values: ['1', '0'],
        rows: ['1', '0'],
      },
    });
  });

  it('that the verdicts differ, where all answers are the same', () => {
    const violated = { ...held('netns', accountWith('1')), verdict: 'violated', why: 'x' } as const;
    expect(compareScenarios(sim, violated)).to.deep.equal({
      kind: 'differs',
      difference: { where: 'the verdict', values: ['held', 'violated'], rows: ['', 'x'] },
    });
  });

  it('nothing, where one of them could not see', () => {
    const why = 'a capture lost frames';
    expect(compareScenarios(sim, held('netns', accountWith('0', why)))).to.deep.equal({
      kind: 'not comparable',
      why: `netns: ${why}`,
    });
    const open = { ...held('netns', accountWith('0')), verdict: 'not established', why } as const;
    expect(compareScenarios(sim, open)).to.deep.equal({
      kind: 'not comparable',
      why: `netns: ${why}`,
    });
  });

  it('nothing, where nobody was asked', () => {
    expect(compareScenarios(sim, held('netns', undefined)).kind).to.equal('not comparable');
  });
});
