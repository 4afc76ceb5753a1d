/**
 * What a scenario of story 2 costs, against one with as many steps that do nothing, both run by
 * Cucumber in this process.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { loadConfiguration, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import type { Claim } from './claim';
import { medianMsAsync } from './stopwatch';

const SCENARIOS = 300;
const ROUNDS = 5;

const STORY = `
    Given the manifests "two-pods-two-nodes"
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the ping succeeds
    And between k8s-w1 and k8s-w2 the packet is encapsulated with IPIP
`;
const NOTHING = `
    Given nothing
    When nothing
    Then nothing
    And nothing
`;
const EMPTY_STEPS = `
const { Given } = require('@cucumber/cucumber');
Given('nothing', function () {});
`;

export async function scenarioCost(): Promise<Claim> {
  const root = join(__dirname, '..');
  const folder = mkdtempSync(join(root, 'reports', 'bench-'));
  try {
    const support = join(folder, 'empty.steps.js');
    writeFileSync(support, EMPTY_STEPS);
    const story = await timeOf(root, write(folder, 'story', STORY), [
      join(root, 'steps', 'cucumber.ts'),
    ]);
    const empty = await timeOf(root, write(folder, 'empty', NOTHING), [support]);
    const ratio = story / empty;
    return {
      what: 'a scenario of story 2 with --evidence lean, against one of as many empty steps',
      wanted: 'at most 1.5 times',
      measured: `${ratio.toFixed(2)} times (${perScenario(story)} against ${perScenario(empty)})`,
      holds: ratio <= 1.5,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function perScenario(ms: number): string {
  return `${(ms / SCENARIOS).toFixed(2)} ms`;
}

function write(folder: string, name: string, steps: string): string {
  const file = join(folder, `${name}.feature`);
  const scenarios = Array.from(
    { length: SCENARIOS },
    (_, index) => `  Scenario: ${index}\n${steps}`,
  );
  writeFileSync(file, `Feature: ${name}\n\n${scenarios.join('\n')}`);
  return file;
}

async function timeOf(cwd: string, feature: string, require: readonly string[]): Promise<number> {
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
  const environment = { cwd, stdout: sink, stderr: sink };
  const { runConfiguration } = await loadConfiguration(
    {
      file: false,
      provided: {
        paths: [feature],
        require: [...require],
        format: [`message:${feature}.ndjson`],
        // Pictures and captures of what held are for readers; a run that is in a hurry leaves them out.
        worldParameters: { driver: 'sim', seed: 1, wire: false, evidence: 'lean' },
        publish: false,
      },
    },
    environment,
  );
  const support = await loadSupport(runConfiguration, environment);
  const run = async () => {
    const { success } = await runCucumber({ ...runConfiguration, support }, environment);
    if (!success) throw new Error(`${feature} did not hold`);
  };
  await run();
  return medianMsAsync(ROUNDS, run);
}
