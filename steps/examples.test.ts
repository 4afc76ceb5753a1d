/**
 * Runs the example of every sentence as a scenario, on the simulator: documentation that does not hold
 * is no documentation.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { catalogue } from './index';

const ROOT = join(__dirname, '..');

function exampleFeature(): string {
  const scenarios = catalogue().entries.map(
    ({ id, example }) => `  Scenario: ${id}\n      ${example.trim()}\n`,
  );
  return `Feature: The examples of the catalogue\n\n${scenarios.join('\n')}`;
}

/** Runs a feature, and answers with what failed: the scenario and the first line of why. */
async function failuresOf(feature: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
  const environment = { cwd: ROOT, stdout: sink, stderr: sink, env: {} };
  const messages: Envelope[] = [];
  try {
    const path = join(folder, 'examples.feature');
    writeFileSync(path, feature);
    const provided = {
      paths: [path],
      require: ['steps/cucumber.ts', 'steps/**/*.steps.ts'],
      worldParameters: { driver: 'sim', seed: 1, wire: false },
    };
    const { runConfiguration } = await loadConfiguration({ file: false, provided }, environment);
    await runCucumber(runConfiguration, environment, (message) => messages.push(message));
  } finally {
    rmSync(folder, { recursive: true });
  }
  return failuresIn(messages);
}

function failuresIn(messages: readonly Envelope[]): readonly string[] {
  const names = new Map(
    messages.flatMap(({ pickle }) => (pickle ? [[pickle.id, pickle.name]] : [])),
  );
  const cases = new Map(
    messages.flatMap(({ testCase }) => (testCase ? [[testCase.id, testCase.pickleId]] : [])),
  );
  const started = new Map(
    messages.flatMap(({ testCaseStarted: start }) => (start ? [[start.id, start.testCaseId]] : [])),
  );
  return messages.flatMap(({ testStepFinished: end }) => {
    if (end === undefined || ['PASSED', 'SKIPPED'].includes(end.testStepResult.status)) return [];
    const name = names.get(cases.get(started.get(end.testCaseStartedId) ?? '') ?? '');
    return [`${name}: ${end.testStepResult.message?.split('\n')[0] ?? end.testStepResult.status}`];
  });
}

describe('the examples of the catalogue', () => {
  it('hold, every one', async function () {
    this.timeout(60_000);
    expect(await failuresOf(exampleFeature())).to.deep.equal([]);
  });
});
