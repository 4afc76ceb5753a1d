/**
 * Runs features and tells what came of them, on the terminal and in the folder of the reports.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BgpSpeaker, type EvidenceLevel, newDriver } from '../../../steps/support/drivers';
import { NotObservedError } from '../../driver/driver';
import { RunPage } from '../../report/page/run-page';
import { EXIT, nothingEstablished, wrongUse } from '../exit-code';
import { paintFor } from '../paint';
import { cucumberRun, driverParameters } from './cucumber-run';
import { featurePaths } from './feature-paths';
import { ownSubmission } from './own-submission';
import { progressOn } from './progress';
import { exitOf, isBug, saysNothing } from './run-exit';
import { RunRecorder } from './run-record';
import { summariseRun } from './run-summary';

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
}

/** @returns the exit status */
export async function run(given: readonly string[], options: RunOptions): Promise<number> {
  const paths = featurePaths(given);
  const { submission, host = DEFAULT_HOST } = options;
  const handedIn = submission === undefined ? {} : { handedIn: ownSubmission(submission, host) };
  const remarks = await checkDriver(options);
  makeFolder(options.reports);
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
  page.finish(remarks);
  const record = recorder.record();
  const isDryRun = options.dryRun === true;
  const seconds = (performance.now() - begun) / 1000;
  const paint = paintFor(process.stdout.isTTY === true);
  const exit = exitOf(record, isDryRun);
  const lines = [summariseRun(record, seconds, paint)];
  const nothing = saysNothing(record, isDryRun);
  if (nothing !== undefined) lines.push(nothing);
  if (exit === EXIT.bug) lines.push(bugAdvice(record.scenarios.filter(isBug).length));
  lines.push(...remarks);
  lines.push(`The report is ${join(options.reports, REPORT)}`);
  process.stdout.write(`${lines.join('\n')}\n`);
  return exit;
}

const REPORT = 'index.html';

/** Where kubectl and calicoctl are. */
const DEFAULT_HOST = 'k8s-m';

function bugAdvice(count: number): string {
  const what = count === 1 ? 'One error above is a bug' : `${count} errors above are bugs`;
  return `${what} in calicumber, not in your files; please report it.`;
}

/**
 * @returns what the report must say of the driver
 * @throws CliError where there is no such driver, or where it cannot work on this machine
 */
async function checkDriver(options: RunOptions): Promise<readonly string[]> {
  try {
    const driver = await newDriver(driverParameters(options));
    await driver.close();
    return driver.remarks ?? [];
  } catch (error) {
    if (error instanceof NotObservedError) throw nothingEstablished(error.message);
    if (error instanceof RangeError) throw wrongUse(error.message);
    throw error;
  }
}

/** @throws CliError where nothing can be written there */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw wrongUse(`the report cannot be written to ${folder}: ${String(error)}`);
  }
}
