/**
 * Points and scores, and the formula that is printed beside them.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import type { Check, MutantResult, StudentScenario, TaskResult } from '../model/result';
import { pointsOfChecks, pointsOfSpecification, rounded, scoreOf } from './points';

const check = (id: string, verdict: Check['verdict'], maxPoints = 1): Check => ({
  id,
  name: id,
  visibility: 'visible',
  verdict,
  why: '',
  points: verdict === 'held' ? maxPoints : 0,
  maxPoints,
});

const CHECKS = [check('a:1', 'held', 3), check('a:9', 'violated'), check('b:1', 'held')];

describe('points of checks', () => {
  it('count each by itself, or a feature together, or all', () => {
    expect(pointsOfChecks(CHECKS, 10, 'scenario')).to.deep.equal({
      points: 8,
      formula: '10 × 4/5 of the checks',
    });
    expect(pointsOfChecks(CHECKS, 10, 'feature').points).to.equal(2);
    expect(pointsOfChecks(CHECKS, 10, 'all').points).to.equal(0);
  });

  it('are none where there is no check', () => {
    expect(pointsOfChecks([], 10, 'all').points).to.equal(0);
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
    const { points, formula } = pointsOfSpecification(scenarios, [mutant(2, 'a'), mutant(1)], 20, {
      thoroughness: 0.7,
      validity: 0.3,
    });
    expect(points).to.be.closeTo(20 * (0.7 * (2 / 3) + 0.3 * 0.5), 1e-9);
    expect(formula).to.equal('20 × (0.7 × 2/3 of the mutants + 0.3 × 1/2 of the scenarios)');
  });

  it('are none for nothing', () => {
    const shares = { thoroughness: 0.7, validity: 0.3 };
    expect(pointsOfSpecification([], [mutant(1)], 20, shares).points).to.equal(0);
  });
});

describe('a score', () => {
  const task = (points: number, maxPoints: number): TaskResult => ({
    id: 'a',
    kind: 'configure',
    title: { en: '', ko: '' },
    points,
    maxPoints,
    formula: '',
    checks: [],
  });

  it('is the sum, rounded half up, with its formula', () => {
    expect(scoreOf([task(7.25, 10), task(3.25, 5)], { decimals: 0 })).to.deep.equal({
      points: 11,
      formula: '7.25 of 10 + 3.25 of 5 = 11 of 15',
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
