/** What the lint says of scenarios, and what comes of them when they run. */
import { expect } from 'chai';
import '../../steps';
import { catalogue } from '../../steps/support/catalogue';
import { specReader } from '../spec/read-spec';
import { columnsOf } from './facts/columns';
import { factsOf } from './facts/sentences';
import { compareWithRuns } from './testing/agreement.fixture';
import { exampleFeature } from './testing/examples.fixture';
import { verdictFor } from './testing/project.fixture';

describe('the lint and the runtime', () => {
  it('agree on the examples of the catalogue, each with one step taken away', async function () {
    this.timeout(60_000);
    const features = catalogue().entries.map(({ id, wordings: [english] }) => ({
      path: `features/${id}.feature`,
      text: exampleFeature(english),
    }));
    const { runs, falseAlarms, missed } = await compareWithRuns(features);
    expect(runs).to.be.greaterThan(250);
    expect(falseAlarms).to.deep.equal([]);
    // What is left only a run can tell: what a table shows, and what a submission would have brought.
    expect(missed.map((miss) => miss.split(' without')[0])).to.deep.equal([
      'features/connections.none.feature:4',
      'features/submission.feature:4',
      'features/terminal.row.feature:4',
    ]);
  });

  it('have heard of the same sentences', () => {
    const unknown = catalogue().entries.filter(({ id }) => factsOf(id) === undefined);
    expect(unknown.map(({ id }) => id)).to.deep.equal([]);
  });

  it('know the same columns of tables', async () => {
    const read = specReader();
    for (const { id, wordings } of catalogue().entries) {
      const columns = columnsOf(id);
      if (columns === undefined) continue;
      const text = exampleFeature(wordings[0]);
      const [run] = read('features/x.feature', withStrangeColumn(text, columns.isHead)).runs;
      if (run === undefined) throw new Error(`no scenario in ${text}`);
      const { why } = await verdictFor(run, 'features/x.feature');
      const [, there = ''] =
        /(?:there is no column zzz|ping has no option zzz); there is (.*)/.exec(why) ?? [];
      expect([id, ...there.split(', ')]).to.deep.equal([id, ...columns.names]);
    }
  });
});

/** The last table of a feature with one column, or one row, too many. */
function withStrangeColumn(text: string, isHead: boolean): string {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => line.trim().startsWith('|'));
  if (!isHead)
    return [...lines.slice(0, last + 1), '| zzz | z |', ...lines.slice(last + 1)].join('\n');
  let first = last;
  while (lines[first - 1]?.trim().startsWith('|')) first--;
  return lines
    .map((line, at) => (at < first || at > last ? line : `${line} ${at === first ? 'zzz' : 'z'} |`))
    .join('\n');
}
