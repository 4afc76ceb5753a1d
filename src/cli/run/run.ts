/**
 * Runs features and tells what came of them, on the terminal and in the folder of the reports.
 */
import { join } from 'node:path';
import type { BgpSpeaker, EvidenceLevel } from '../../../steps/support/drivers';
import { PAGE } from '../../report/page/page-file';
import { RunPage } from '../../report/page/run-page';
import { EXIT } from '../exit-code';
import { lintRemark } from '../lint/lint-remark';
import { paintFor } from '../paint';
import { cucumberRun } from './cucumber-run';
import { featurePaths } from './feature-paths';
import { prepareRun } from './prepare-run';
import { progressOn } from './progress';
import { isSound, prove } from './prove';
import { adviceOn, exitOf } from './run-exit';
import { RunRecorder } from './run-record';
import { summariseRun } from './run-summary';
import { remarksOn, tellProof } from './tell-proof';

/** The options of `calicumber run`, as commander reads them. */
export interface RunOptions {
  readonly driver: string;
  readonly seed: number;
  readonly wire: boolean;
  readonly evidence: EvidenceLevel;
  /** Seconds. */
  readonly patience: number;
  readonly bgp?: BgpSpeaker;
  /** A mutant or a wheat. */
  readonly engine?: string;
  readonly reports: string;
  /** A folder that is brought in as what somebody handed in. */
  readonly submission?: string;
  readonly host?: string;
  readonly debug?: boolean;
  readonly tags?: string;
  readonly name?: readonly string[];
  readonly order?: string;
  readonly parallel?: number;
  readonly shard?: string;
  readonly retry?: number;
  readonly failFast?: boolean;
  readonly dryRun?: boolean;
  readonly language?: string;
  readonly format?: readonly string[];
  readonly formatOptions?: object;
  /** Whether what held is tried on engines on which nothing should. */
  readonly prove?: boolean;
  /** What is saved is run again, until somebody ends it. */
  readonly watch?: boolean;
  /** Where a watch shows the report. */
  readonly port?: number;
}

/** @returns the exit status */
export async function run(given: readonly string[], options: RunOptions): Promise<number> {
  const paths = featurePaths(given);
  const { handedIn, remarks } = await prepareRun(options);
  const recorder = new RunRecorder();
  const page = new RunPage(options.reports);
  const progress = progressOn(process.stderr);
  const begun = performance.now();
  await cucumberRun(paths, { ...options, ...handedIn }, (envelope) => {
    recorder.take(envelope);
    page.take(envelope);
    if (envelope.testCaseFinished !== undefined) progress.show(recorder.done, recorder.planned);
  });
  progress.clear();
  const record = recorder.record();
  const isDryRun = options.dryRun === true;
  const seconds = (performance.now() - begun) / 1000;
  const paint = paintFor(process.stdout.isTTY === true);
  const exit = exitOf(record, isDryRun);
  const advice = [...adviceOn(record, isDryRun), ...lintRemark(given)];
  tell([summariseRun(record, seconds, paint), ...advice, ...remarks]);
  const isProven = options.prove === true && !isDryRun;
  const proof = isProven ? await prove(record, { ...options, ...handedIn }) : undefined;
  page.finish(proof === undefined ? remarks : [...remarks, ...remarksOn(proof)]);
  tell([`The report is ${join(options.reports, PAGE)}`]);
  if (proof === undefined) return exit;
  tell(['', tellProof(proof, paint).join('\n\n')]);
  return exit === EXIT.held && !isSound(proof) ? EXIT.notEstablished : exit;
}

function tell(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
