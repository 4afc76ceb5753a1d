/** A history as a page: what broke stands first, both languages are there, and nothing of a stranger is markup. */
import { expect } from 'chai';
import { renderToString } from 'preact-render-to-string';
import { changesBetween } from '../../history/changes';
import type { PastRun, PastScenario } from '../../history/past-scenario';
import type { RunFacts } from '../../read/run-facts';
import { HistoryView } from './history-view';

const SCENARIO: PastScenario = {
  uri: 'features/nat.feature',
  name: 'a <b>pod</b>',
  line: 3,
  verdict: 'held',
  why: '',
  sentences: ['When pod1 pings 8.8.8.8'],
  link: 'before/index.html#nat-3',
};

const FACTS: RunFacts = {
  drivers: ['sim'],
  seeds: [7],
  versions: ['0.1.0'],
  programs: [],
  remarks: [],
  startedAt: '2026-07-01T09:30:00.123Z',
  durationMs: 0,
};

function page(before: readonly PastScenario[], after: readonly PastScenario[]): string {
  const run = (name: string, scenarios: readonly PastScenario[]): PastRun => {
    return { name, scenarios, page: `${name}/index.html`, facts: FACTS };
  };
  const runs = { before: run('before', before), after: run('after', after) };
  return renderToString(<HistoryView {...runs} {...changesBetween(before, after)} />);
}

describe('the page of a history', () => {
  it('tells what broke before what was fixed, with verdicts, reasons and sentences', () => {
    const violated = { ...SCENARIO, verdict: 'violated', why: 'it was <i>lost</i>' } as const;
    const other = { ...SCENARIO, name: 'b', sentences: ['When pod2 pings 8.8.8.8'] };
    const before = [SCENARIO, { ...violated, name: 'b', sentences: ['x'] }];
    const html = page(before, [other, violated]);
    const headings = [...html.matchAll(/<h[23][^>]*>(?:<span lang="en">)?([^<]*)/g)];
    expect(headings.map(([, text]) => text)).to.deep.equal([
      'Newly violated',
      'a &lt;b>pod&lt;/b>',
      'Now held',
      'b',
    ]);
    expect(html).to.contain('it was &lt;i>lost&lt;/i>');
    expect(html).to.contain('<del>x</del>').and.to.contain('<ins>When pod2 pings 8.8.8.8</ins>');
    expect(html).to.contain('2026-07-01 09:30:00 UTC');
    expect(html).to.contain('href="before/index.html#nat-3"');
  });

  it('says so where nothing changed', () => {
    const html = page([SCENARIO], [SCENARIO]);
    expect(html).to.contain('Nothing changed').and.to.contain('달라진 점 없음');
    expect(html).not.to.contain('<h2');
  });
});
