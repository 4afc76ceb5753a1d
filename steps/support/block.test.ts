/**
 * A forgotten table or text is told, and stops nobody else's scenario.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { heldIn, runFeatures } from './run-features';

describe('what stands below a sentence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  after(() => rmSync(folder, { recursive: true }));

  it('must be what the sentence wants', async () => {
    const path = join(folder, 'blocks.feature');
    const scenarios = [
      'Then the connectivity is:',
      'Then the connectivity is:\n"""\na\n"""',
      'Given the manifests:\n| a |',
      'When pod1 pings pod2\nThen the ping succeeds',
    ].map((steps) => `Scenario: S\nGiven the manifests "two-pods-two-nodes"\n${steps}\n`);
    writeFileSync(path, `Feature: F\n${scenarios.join('')}`);
    const messages = await runFeatures([path], 'sim');
    const said = messages.flatMap(({ testStepFinished: end }) =>
      end?.testStepResult.message === undefined ? [] : [end.testStepResult.message.split('\n')[0]],
    );
    expect(said).to.deep.equal([
      'NotEstablishedError: a table (| … |) is missing below this sentence',
      'NotEstablishedError: a table (| … |) must stand below this sentence, not a text',
      'NotEstablishedError: a text (between lines of """) must stand below this sentence, not a table',
    ]);
    expect(heldIn(messages)).to.have.length(1);
  });
});
