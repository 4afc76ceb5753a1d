/**
 * Whether a submission can be judged at all, asked once and before anything is: what cannot be read or
 * never ends is said with its place, and costs no attempt.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bringIn } from '../../../../steps/support/handed-in';
import { NotEstablishedError } from '../../../../steps/support/not-established';
import { RefusedError } from '../../../driver/driver';
import { newSimDriver } from '../../../driver/sim/sim';
import type { Task } from '../../../grade/model/assignment';
import type { TaskFiles } from '../../../grade/submissions/task-files';
import { packageRoot } from '../../../package/package-root';
import type { GradingOf } from './grade-submission';
import { complaintsOfFeatures } from './preflight-features';

/** @returns a sentence for each thing that keeps the task from being judged */
export async function complaintsOf(
  task: Task,
  files: TaskFiles,
  { assignment: { seed, limits }, folder }: Pick<GradingOf, 'assignment' | 'folder'>,
): Promise<readonly string[]> {
  const complaints: string[] = [];
  if (task.kind !== 'specify') {
    const lab = task.lab === undefined ? DEFAULT_LAB : join(folder, task.lab);
    complaints.push(...(await complaintsOfConfiguration(lab, task.host, files, seed)));
  }
  if (task.kind !== 'configure') {
    complaints.push(...(await complaintsOfFeatures(files, limits.scenariosMax, seed)));
  }
  return complaints;
}

/** Tried on a lab of its own: what is refused there is refused in every scenario. */
async function complaintsOfConfiguration(
  lab: string,
  host: string,
  { manifests, scripts }: TaskFiles,
  seed: number,
): Promise<readonly string[]> {
  const driver = newSimDriver({ seed, wire: false });
  try {
    await driver.apply(readFileSync(lab, 'utf8'), basename(lab));
    await bringIn(driver, { manifests, scripts, host, breaks: [] }, () => undefined);
    return [];
  } catch (error) {
    if (error instanceof RefusedError || error instanceof NotEstablishedError)
      return [error.message];
    throw error;
  } finally {
    await driver.close();
  }
}

const DEFAULT_LAB = join(packageRoot(), 'features', 'labs', 'kans.yaml');
