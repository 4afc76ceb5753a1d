/** The same reason is told once, whatever addresses stand in it. */
import { expect } from 'chai';
import { failureGroups } from './failure-groups';
import type { ScenarioEntry } from './scenario-entry';

function entry(
  line: number,
  verdict: ScenarioEntry['verdict'],
  why: string,
  cause = '',
): ScenarioEntry {
  return { id: `s-${line}`, uri: 'a.feature', line, name: 'a', tags: [], verdict, why, cause };
}

describe('what did not hold', () => {
  it('is grouped by its reason, what was violated first, then the larger group', () => {
    const entries = [
      entry(1, 'held', ''),
      entry(2, 'not established', 'no such sentence'),
      entry(3, 'violated', 'the route is missing'),
      entry(4, 'violated', 'no reply from 10.0.0.1 (aa:bb:cc:dd:ee:01) after 3 s'),
      entry(5, 'violated', 'no reply from 172.16.184.1 (aa:bb:cc:dd:ee:02) after 10 s'),
    ];
    const groups = failureGroups(entries);
    expect(
      groups.map(({ why, entries: same }) => [why, same.map(({ line }) => line)]),
    ).to.deep.equal([
      ['no reply from 10.0.0.1 (aa:bb:cc:dd:ee:01) after 3 s', [4, 5]],
      ['the route is missing', [3]],
      ['no such sentence', [2]],
    ]);
  });

  it('is told apart by its cause', () => {
    const entries = [
      entry(1, 'violated', 'no reply', 'dropped on k8s-w1: blackhole'),
      entry(2, 'violated', 'no reply', 'dropped on internet: no route to 10.0.0.1'),
      entry(3, 'violated', 'no reply', 'dropped on internet: no route to 10.0.0.2'),
    ];
    expect(failureGroups(entries).map(({ cause }) => cause)).to.deep.equal([
      'dropped on internet: no route to 10.0.0.1',
      'dropped on k8s-w1: blackhole',
    ]);
  });
});
