/**
 * Two runs side by side: which scenario is which, and what is told of it.
 */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { changesBetween } from './changes';
import type { PastScenario } from './past-scenario';

const BASE: PastScenario = {
  uri: 'features/nat.feature',
  name: 'a pod reaches the internet',
  line: 3,
  verdict: 'held',
  why: '',
  sentences: ['When pod1 pings 8.8.8.8', 'Then the ping succeeds'],
  link: 'index.html#nat-3',
};
const VIOLATED = { verdict: 'violated', why: 'expected an answer\n  k8s-w1: …' } as const;

function told(before: readonly PastScenario[], after: readonly PastScenario[]) {
  const { changes, unchanged } = changesBetween(before, after);
  return { told: changes.map(({ kind, sentences }) => [kind, ...sentences]), unchanged };
}

describe('a history of two runs', () => {
  it('tells of a scenario by its verdicts', () => {
    const held = BASE;
    const violated = { ...BASE, ...VIOLATED };
    const open = { ...BASE, verdict: 'not established', why: 'no control' } as const;
    const kinds = [
      [held, violated],
      [open, violated],
      [held, open],
      [violated, open],
      [violated, held],
      [open, held],
      [violated, { ...violated, why: 'expected an answer\n  k8s-w2: …' }],
      [violated, { ...violated, why: 'expected TTL 62' }],
    ].map(([before = held, after = held]) => changesBetween([before], [after]).changes[0]?.kind);
    expect(kinds).to.deep.equal([
      'broken',
      'broken',
      'unsettled',
      'unsettled',
      'fixed',
      'fixed',
      undefined,
      'broken otherwise',
    ]);
  });

  it('finds a scenario again that has moved, that has other sentences, or another name', () => {
    const moved = { ...BASE, line: 30 };
    expect(told([BASE], [moved])).to.deep.equal({ told: [], unchanged: 1 });
    const reworded = { ...BASE, sentences: ['When pod1 pings 1.1.1.1', 'Then the ping succeeds'] };
    expect(told([BASE], [reworded]).told).to.deep.equal([
      [
        'reworded',
        { kind: 'gone', text: 'When pod1 pings 8.8.8.8' },
        { kind: 'come', text: 'When pod1 pings 1.1.1.1' },
      ],
    ]);
    expect(told([BASE], [{ ...BASE, name: 'out' }]).told).to.deep.equal([['reworded']]);
  });

  it('tells the rows of an outline apart by their values', () => {
    const row = (address: string, line: number) => ({
      ...BASE,
      line,
      sentences: [`When pod1 pings ${address}`],
    });
    const before = [row('10.0.0.1', 9), row('10.0.0.2', 10), row('10.0.0.3', 11)];
    const after = [row('10.0.0.2', 9), { ...row('10.0.0.3', 10), ...VIOLATED }];
    const { changes, unchanged } = changesBetween(before, after);
    expect(changes.map(({ kind, before: older }) => [kind, older?.line])).to.deep.equal([
      ['broken', 11],
      ['removed', 9],
    ]);
    expect(unchanged).to.equal(1);
  });

  it('tells what broke first', () => {
    const named = (name: string) => ({ ...BASE, name, sentences: [name] });
    const before = [named('a'), { ...named('b'), ...VIOLATED }, named('c')];
    const after = [named('d'), named('b'), { ...named('c'), ...VIOLATED }];
    expect(told(before, after)).to.deep.equal({
      told: [['broken'], ['fixed'], ['added'], ['removed']],
      unchanged: 0,
    });
  });

  it('has nothing to tell of a run and itself, and loses no scenario', () => {
    const scenario = fc.record({
      name: fc.constantFrom('a', 'b'),
      verdict: fc.constantFrom('held', 'violated'),
      sentences: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    });
    const run = fc
      .array(scenario, { maxLength: 8 })
      .map((all) => all.map((fields) => ({ ...BASE, ...fields }) as PastScenario));
    fc.assert(
      fc.property(run, run, (before, after) => {
        expect(told(before, before)).to.deep.equal({ told: [], unchanged: before.length });
        const { changes, unchanged } = changesBetween(before, after);
        const count = (only: 'removed' | 'added') =>
          changes.filter(({ kind }) => kind === only).length;
        expect(unchanged + changes.length - count('added')).to.equal(before.length);
        expect(unchanged + changes.length - count('removed')).to.equal(after.length);
      }),
    );
  });
});
