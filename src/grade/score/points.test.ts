/**
 * Points and scores, and the formula that is printed beside them.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import type { MutantResult, StudentScenario, TaskResult } from '../model/result';
import { rounded, scoreChecks, scoreOf, scoreSpecification, type WeighedCheck } from './points';

const check = (id: string, verdict: WeighedCheck['verdict'], weight = 1): WeighedCheck => ({
  id,
  name: id,
  visibility: 'visible',
  verdict,
  why: '',
  weight,
});

const CHECKS = [check('a:1', 'held', 3), check('a:9', 'violated'), check('b:1', 'held')];

describe('points of checks', () => {
  it('count each by itself, or a feature together, or all', () => {
    const { points, formula, checks } = scoreChecks(CHECKS, 10, 'scenario');
    expect({ points, formula: formula.en }).to.deep.equal({
      points: 8,
      formula: '10 × 4/5 of the checks',
    });
    expect(checks.map((one) => [one.points, one.maxPoints])).to.deep.equal([
      [6, 6],
      [0, 2],
      [2, 2],
    ]);
    const together = scoreChecks(CHECKS, 10, 'feature');
    expect(together.checks.map((one) => one.points)).to.deep.equal([0, 0, 2]);
    expect(together.points).to.equal(2);
    expect(scoreChecks(CHECKS, 10, 'all').points).to.equal(0);
  });

  it('are none where there is no check', () => {
    expect(scoreChecks([], 10, 'all').points).to.equal(0);
  });
});

describe('points of a specification', () => {
  const scenario = (state: StudentScenario['state']): StudentScenario => ({
    where: '',
    name: '',
    state,
    why: '',
  });
  const mutant = (weight: number, ...caughtBy: string[]): MutantResult => ({
    name: '',
    weight,
    caughtBy,
  });

  it('are those of mutants and of scenarios, by their shares', () => {
    const scenarios = [scenario('valid'), scenario('wrong'), scenario('not counted')];
    const mutants = [mutant(2, 'a'), mutant(1)];
    const shares = { thoroughness: 0.7, validity: 0.3 };
    const { points, formula, checks } = scoreSpecification(
      'say',
      { scenarios, mutants },
      20,
      shares,
    );
    expect(points).to.be.closeTo(20 * (0.7 * (2 / 3) + 0.3 * 0.5), 1e-9);
    expect(checks.map(({ id, why }) => [id, why])).to.deep.equal([
      ['say/mutants', '1 of 2 caught'],
      ['say/scenarios', '1 of 2 valid'],
    ]);
    expect(formula.en).to.equal('20 × (0.7 × 2/3 of the mutants + 0.3 × 1/2 of the scenarios)');
  });

  it('are none for nothing', () => {
    const shares = { thoroughness: 0.7, validity: 0.3 };
    const nothing = { scenarios: [], mutants: [mutant(1)] };
    expect(scoreSpecification('say', nothing, 20, shares).points).to.equal(0);
  });
});

describe('a score', () => {
  const task = (points: number, maxPoints: number): TaskResult => ({
    id: 'a',
    kind: 'configure',
    title: { en: '', ko: '' },
    points,
    maxPoints,
    formula: { en: '', ko: '' },
    checks: [],
  });

  it('is the sum, rounded half up, with its formula', () => {
    expect(scoreOf([task(7.25, 10), task(3.25, 5)], { decimals: 0 })).to.deep.equal({
      points: 11,
      formula: {
        en: '7.25 of 10 + 3.25 of 5 = 11 of 15',
        ko: '7.25/10 + 3.25/5 = 11/15',
      },
    });
  });

  it('is rounded half up, whatever binary fractions make of it', () => {
    expect([2.5, 1.005, 0.285].map((value, at) => rounded(value, at === 0 ? 0 : 2))).to.deep.equal([
      3, 1.01, 0.29,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (cents) => {
        expect(rounded(cents / 100, 2)).to.equal(cents / 100);
      }),
    );
  });
});
