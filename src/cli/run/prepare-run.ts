/**
 * What must be right before features are run: what was handed in, the driver, the folder of the report.
 */
import { mkdirSync } from 'node:fs';
import { newDriver } from '../../../steps/support/drivers';
import type { HandedIn } from '../../../steps/support/handed-in';
import { NotObservedError } from '../../driver/driver';
import { nothingEstablished, wrongUse } from '../exit-code';
import { driverParameters } from './cucumber-run';
import { ownSubmission } from './own-submission';
import type { RunOptions } from './run';

export interface PreparedRun {
  /** What `--submission` brings in. */
  readonly handedIn: { readonly handedIn?: HandedIn };
  /** What the report must say of the driver. */
  readonly remarks: readonly string[];
}

/**
 * Makes the folder of the report as well.
 * @throws CliError where the submission cannot be read, where there is no such driver or it cannot work on
 *   this machine, or where nothing can be written
 */
export async function prepareRun(options: RunOptions): Promise<PreparedRun> {
  const handedIn = submissionOf(options);
  const remarks = await checkDriver(options);
  makeFolder(options.reports);
  return { handedIn, remarks };
}

/** @throws CliError where the submission cannot be read */
export function submissionOf({
  submission,
  host = DEFAULT_HOST,
}: RunOptions): PreparedRun['handedIn'] {
  return submission === undefined ? {} : { handedIn: ownSubmission(submission, host) };
}

/** Where kubectl and calicoctl are. */
const DEFAULT_HOST = 'k8s-m';

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

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw wrongUse(`the report cannot be written to ${folder}: ${String(error)}`);
  }
}
