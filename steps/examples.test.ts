/**
 * Runs the example of every sentence as a scenario, on the simulator: documentation that does not hold
 * is no documentation.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { catalogue } from './index';
import { failuresIn, runFeatures } from './support/run-features';

function exampleFeature(): string {
  const scenarios = catalogue().entries.map(
    ({ id, example }) => `  Scenario: ${id}\n      ${example.trim()}\n`,
  );
  return `Feature: The examples of the catalogue\n\n${scenarios.join('\n')}`;
}

describe('the examples of the catalogue', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  after(() => rmSync(folder, { recursive: true }));

  it('hold, every one', async function () {
    this.timeout(60_000);
    const path = join(folder, 'examples.feature');
    writeFileSync(path, exampleFeature());
    expect(failuresIn(await runFeatures([path], 'sim'))).to.deep.equal([]);
  });
});
