/** What the lint says of this project's features with one step taken away, and what comes of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compareWithRuns } from './testing/agreement.fixture';

const FEATURES = join(__dirname, '..', '..', 'features');

describe('the lint and the runtime', () => {
  it('agree on every feature, with each of its steps taken away', async function () {
    this.timeout(300_000);
    const features = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.feature'))
      .map((name) => ({
        path: join(FEATURES, name),
        text: readFileSync(join(FEATURES, name), 'utf8'),
      }));
    const { runs, falseAlarms, missed } = await compareWithRuns(features);
    expect(falseAlarms).to.deep.equal([]);
    // In one of a hundred only a run can tell: what was typed fails, or a file that it needs is not there.
    expect(missed.length / runs).to.be.lessThan(0.01);
  });
});
