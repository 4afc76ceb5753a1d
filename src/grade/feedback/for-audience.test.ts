/**
 * What students are told, and what is kept from them until they may know it.
 */
import { expect } from 'chai';
import { AUDIENCES } from './feedback';
import { feedbackFor } from './for-audience';
import { GRADED, UNGRADABLE } from './results.fixture';

const told = (audience: (typeof AUDIENCES)[number]) =>
  feedbackFor(GRADED, audience, { decimals: 0 });

describe('feedback', () => {
  it('names nothing that is hidden before it may be named', () => {
    for (const audience of ['practice', 'graded'] as const) {
      const text = JSON.stringify(told(audience));
      for (const secret of ['tunnel', '172.16.158', 'nat-also-between-pods']) {
        expect(text, audience).not.to.include(secret);
      }
      expect(told(audience).tasks[0]?.hiddenChecks).to.equal(1);
    }
    expect(JSON.stringify(told('after-due'))).to.include('the secret of the tunnel');
  });

  it('decides no hidden points while somebody practises, and says how many there are', () => {
    const { points, decided, hidden, formula } = told('practice');
    expect({ points, decided, hidden }).to.deep.equal({ points: 10, decided: 16, hidden: 4 });
    expect(formula).to.equal(undefined);
    expect(told('graded')).to.deep.include({ points: 10, decided: 20, hidden: 0 });
    expect(told('graded').formula?.en).to.equal('6 of 10 + 4.333 of 10 = 10 of 20');
  });

  it('hints in practice, counts when graded, explains afterwards', () => {
    const mutants = AUDIENCES.map((audience) => told(audience).tasks[1]?.mutants ?? []);
    expect(
      mutants.map((list) => list.map((mutant) => Object.keys(mutant).join(' '))),
    ).to.deep.equal([
      ['isCaught caughtBy', 'isCaught caughtBy hint', 'isCaught caughtBy hint'],
      ['isCaught caughtBy', 'isCaught caughtBy', 'isCaught caughtBy'],
      Array(3).fill('isCaught caughtBy name misconception hint'),
    ]);
  });

  it('gives what cannot be graded no points', () => {
    const { state, points, problems } = feedbackFor(UNGRADABLE, 'graded', { decimals: 0 });
    expect({ state, points }).to.deep.equal({ state: 'ungradable', points: undefined });
    expect(problems).to.have.length(1);
  });
});
