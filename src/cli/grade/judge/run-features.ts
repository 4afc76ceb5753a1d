/**
 * Features run to judge a submission: verdicts, and nothing else is kept or written.
 */
import { join } from 'node:path';
import type { HandedIn } from '../../../../steps/support/handed-in';
import { cucumberRun } from '../../run/cucumber-run';
import { type RunRecord, RunRecorder } from '../../run/run-record';

export interface Judging {
  readonly seed: number;
  /** `dead`: nothing is ever delivered. */
  readonly driver?: 'sim' | 'dead';
  /** A mutant or a wheat, by its name. */
  readonly engine?: string;
  readonly handedIn?: HandedIn;
}

/** @param paths features, or scenarios of them: `a.feature:3:12` */
export async function runToJudge(
  paths: readonly string[],
  { seed, driver = 'sim', engine, handedIn }: Judging,
): Promise<RunRecord> {
  const recorder = new RunRecorder();
  const options = {
    driver,
    seed,
    wire: false,
    evidence: 'none' as const,
    patience: 0,
    ...(engine === undefined ? {} : { engine }),
    ...(handedIn === undefined ? {} : { handedIn }),
  };
  await cucumberRun(paths, options, (envelope) => recorder.take(envelope));
  return recorder.record();
}

/** What Cucumber does before the first scenario, once in a thread: it reads the sentences and their code. */
export async function loadSentences(): Promise<void> {
  await runToJudge([join(__dirname, 'no-such.feature')], { seed: 0 });
}
