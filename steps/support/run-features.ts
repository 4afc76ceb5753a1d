/**
 * Runs features with Cucumber's own API, for tests: the messages of the run, and nothing printed.
 */
import { Writable } from 'node:stream';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope, Pickle } from '@cucumber/messages';
import { packageRoot } from '../../src/package/package-root';
import { keepSteps, loadedSteps } from './loaded-steps';

const ROOT = packageRoot();

/** @param variant a mutant or a wheat to run on, by its name */
export async function runFeatures(
  paths: readonly string[],
  driver: string,
  variant?: string,
): Promise<readonly Envelope[]> {
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
  const environment = { cwd: ROOT, stdout: sink, stderr: sink, env: {} };
  const messages: Envelope[] = [];
  const provided = {
    paths: [...paths],
    require: ['steps/cucumber.ts'],
    worldParameters: {
      driver,
      seed: 1,
      wire: false,
      ...(variant === undefined ? {} : { variant }),
    },
  };
  const { runConfiguration } = await loadConfiguration({ file: false, provided }, environment);
  const run = { ...runConfiguration, support: loadedSteps() ?? runConfiguration.support };
  const result = await runCucumber(run, environment, (message) => messages.push(message));
  keepSteps(result.support);
  return messages;
}

/** What failed: the scenario, and the first line of why. */
export function failuresIn(messages: readonly Envelope[]): readonly string[] {
  const pickleOf = scenarios(messages);
  return messages.flatMap(({ testStepFinished: end }) => {
    if (end === undefined || ['PASSED', 'SKIPPED'].includes(end.testStepResult.status)) return [];
    const why = end.testStepResult.message?.split('\n')[0] ?? end.testStepResult.status;
    return [`${pickleOf(end.testCaseStartedId)?.name}: ${why}`];
  });
}

/** A scenario as it was run. */
export interface RunScenario {
  readonly name: string;
  readonly steps: readonly string[];
}

/** The scenarios of which no step and no hook failed. */
export function heldIn(messages: readonly Envelope[]): readonly RunScenario[] {
  const failed = new Set(
    messages.flatMap(({ testStepFinished: end }) =>
      end === undefined || end.testStepResult.status === 'PASSED' ? [] : [end.testCaseStartedId],
    ),
  );
  const pickleOf = scenarios(messages);
  return messages.flatMap(({ testCaseStarted: start }) => {
    const pickle = start === undefined || failed.has(start.id) ? undefined : pickleOf(start.id);
    if (pickle === undefined) return [];
    return [{ name: pickle.name, steps: pickle.steps.map(({ text }) => text) }];
  });
}

/** From the id of a run of a scenario to the scenario. */
function scenarios(messages: readonly Envelope[]): (startedId: string) => Pickle | undefined {
  const pickles = new Map(messages.flatMap(({ pickle }) => (pickle ? [[pickle.id, pickle]] : [])));
  const cases = new Map(
    messages.flatMap(({ testCase }) => (testCase ? [[testCase.id, testCase.pickleId]] : [])),
  );
  const started = new Map(
    messages.flatMap(({ testCaseStarted: start }) => (start ? [[start.id, start.testCaseId]] : [])),
  );
  return (id) => pickles.get(cases.get(started.get(id) ?? '') ?? '');
}
