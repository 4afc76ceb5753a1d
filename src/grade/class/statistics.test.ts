/** What is said of a class, of classes small enough to count by hand. */
import { expect } from 'chai';
import fc from 'fast-check';
import { madeResult } from './made-class.fixture';
import { shareHeld, statisticsOf } from './statistics';

const CLASS = [
  madeResult('ann', '+++'),
  madeResult('bob', '+-?'),
  madeResult('cho', '+-?'),
  madeResult('dan', '+--'),
  madeResult('eve', '-++'),
  madeResult('fay', '', 3),
];

describe('the statistics of a class', () => {
  it('count who was graded, and spread their scores over tens of percent', () => {
    const { graded, ungradable, meanScore, medianScore, maxScore, bins } = statisticsOf(CLASS);
    expect({ graded, ungradable, meanScore, medianScore, maxScore }).to.deep.equal({
      graded: 5,
      ungradable: 1,
      meanScore: 1.6,
      medianScore: 1,
      maxScore: 3,
    });
    expect(bins.map(({ students }) => students)).to.deep.equal([0, 0, 0, 3, 0, 0, 1, 0, 0, 1]);
    expect(bins.at(-1)).to.deep.include({ from: 90, to: 100 });
  });

  it('put a score on the border into the upper bin', () => {
    const bins = statisticsOf([madeResult('ann', '+++++++---')]).bins;
    expect(bins.findIndex(({ students }) => students === 1)).to.equal(7);
  });

  it('name the hardest check first, of those who were graded', () => {
    const { hardest } = statisticsOf(CLASS);
    expect(hardest.map((one) => [one.check.name, one.held, one.violated, one.open])).to.deep.equal([
      ['check 2', 2, 3, 0],
      ['check 3', 2, 1, 2],
      ['check 1', 4, 1, 0],
    ]);
  });

  it('put together who failed the same checks, whatever the verdicts were called', () => {
    expect(statisticsOf(CLASS).clusters).to.deep.equal([
      {
        students: ['bob', 'cho', 'dan'],
        checks: [
          { id: 'build/features/a:2', name: 'check 2' },
          { id: 'build/features/a:3', name: 'check 3' },
        ],
      },
    ]);
  });

  it('are there of a class of nobody', () => {
    expect(statisticsOf([])).to.deep.include({ graded: 0, meanScore: undefined, hardest: [] });
  });

  it('forget nobody and count nobody twice', () => {
    const verdicts = fc.string({ unit: fc.constantFrom('+', '-', '?'), maxLength: 5 });
    fc.assert(
      fc.property(fc.array(verdicts), (all) => {
        const results = all.map((signs, at) => madeResult(`s${at}`, signs));
        const { graded, ungradable, bins, hardest, clusters } = statisticsOf(results);
        expect(graded + ungradable).to.equal(all.length);
        expect(bins.reduce((sum, { students }) => sum + students, 0)).to.equal(graded);
        const shares = hardest.map(shareHeld);
        expect(shares).to.deep.equal([...shares].sort((one, other) => one - other));
        const named = clusters.flatMap(({ students }) => students);
        expect(new Set(named).size).to.equal(named.length);
      }),
    );
  });
});
