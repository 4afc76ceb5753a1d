/**
 * Runs features on one driver with a recorder between them, scenario by scenario.
 */
import { watchDrivers } from '../../../steps/support/drivers';
import type { ScenarioOnDriver } from '../../compare/comparison';
import { Recorder, type Recording } from '../../compare/recorder';
import type { CapturedFrame } from '../../trace/trace';
import { type CucumberOptions, cucumberRun } from '../run/cucumber-run';
import { saysNothing } from '../run/run-exit';
import { RunRecorder } from '../run/run-record';

/** A scenario that has ended. */
export interface RecordedScenario extends ScenarioOnDriver {
  /** `features/nat/outgoing.feature:12`. */
  readonly where: string;
  readonly name: string;
  readonly frames: readonly CapturedFrame[];
}

/**
 * @param onScenario is called at each scenario's end; what it does not keep is let go
 * @returns why nothing was established by this run; `undefined` where something may have been
 */
export async function recordedRun(
  paths: readonly string[],
  options: CucumberOptions,
  onScenario: (scenario: RecordedScenario, done: number, planned: number) => void,
): Promise<string | undefined> {
  const recorder = new RunRecorder();
  let recording: Recording | undefined;
  watchDrivers((driver) => new Recorder(driver, (ended) => (recording = ended)));
  try {
    await cucumberRun(paths, options, (envelope) => {
      recorder.take(envelope);
      if (envelope.testCaseFinished === undefined) return;
      const result = recorder.record().scenarios.at(-1);
      const { account, frames = [] } = recording ?? {};
      recording = undefined;
      if (result === undefined) return;
      const { verdict, where, name, why } = result;
      const scenario = { driver: options.driver, verdict, why, account, where, name, frames };
      onScenario(scenario, recorder.done, recorder.planned);
    });
  } finally {
    watchDrivers(undefined);
  }
  return saysNothing(recorder.record(), false);
}
