/**
 * Parts of one run and runs of their own, told apart.
 */
import { expect } from 'chai';
import { type MessageFile, runsOf } from './runs';

function file(path: string, scenarios: readonly string[], text = 'Feature: a'): MessageFile {
  return { path, features: new Map([['a.feature', text]]), scenarios: new Set(scenarios) };
}

function told(files: readonly MessageFile[]) {
  return runsOf(files).map((run) => run.map(({ path }) => path));
}

describe('message files', () => {
  it('with nothing in common are parts of one run', () => {
    const parts = [file('1', ['a.feature:3']), file('2', ['a.feature:9']), file('3', [])];
    expect(told(parts)).to.deep.equal([['1', '2', '3']]);
  });

  it('with a scenario in common are two runs', () => {
    const runs = [file('1', ['a.feature:3', 'a.feature:9']), file('2', ['a.feature:9'])];
    expect(told(runs)).to.deep.equal([['1'], ['2']]);
  });

  it('with a feature that was edited are two runs, whatever its lines', () => {
    const runs = [file('1', ['a.feature:3']), file('2', ['a.feature:4'], '\nFeature: a')];
    expect(told(runs)).to.deep.equal([['1'], ['2']]);
  });

  it('of two runs may each come in parts', () => {
    const parts = [file('1', ['a.feature:3']), file('2', ['a.feature:9'])];
    expect(told([...parts, ...parts])).to.deep.equal([
      ['1', '2'],
      ['1', '2'],
    ]);
  });
});
