/**
 * Whether a submission can be judged at all, asked once and before anything is: what cannot be read or
 * never ends is said with its place, and costs no attempt.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bringIn } from '../../../../steps/support/handed-in';
import { NotEstablishedError } from '../../../../steps/support/not-established';
import { RefusedError } from '../../../driver/driver';
import { newSimDriver } from '../../../driver/sim/sim';
import type { Assignment, Task } from '../../../grade/model/assignment';
import type { TaskFiles } from '../../../grade/submissions/task-files';
import { MANIFEST_LIMITS } from '../../../manifest/limits';
import { shown } from '../../../report/words/shown';
import { runToJudge } from './run-features';
import { withFeatures } from './workplace';
import { countScenarios } from './written-scenarios';

/** Of one feature's text: as of one of manifests. */
const { sizeMaxBytes } = MANIFEST_LIMITS;
/** A sentence that nobody knows is quoted so far. */
const SENTENCE_MAX = 200;

/** @returns a sentence for each thing that keeps the task from being judged */
export async function complaintsOf(
  task: Task,
  files: TaskFiles,
  { seed, limits }: Assignment,
): Promise<readonly string[]> {
  const complaints: string[] = [];
  if (task.kind !== 'specify')
    complaints.push(...(await complaintsOfConfiguration(task.host, files, seed)));
  if (task.kind !== 'configure' && files.features.length > 0) {
    complaints.push(...(await complaintsOfFeatures(files, limits.scenariosMax, seed)));
  }
  return complaints;
}

/** Tried on a lab of its own: what is refused there is refused in every scenario. */
async function complaintsOfConfiguration(
  host: string,
  { manifests, scripts }: TaskFiles,
  seed: number,
): Promise<readonly string[]> {
  const driver = newSimDriver({ seed, wire: false });
  try {
    await driver.apply(readFileSync(DEFAULT_LAB, 'utf8'), 'features/labs/kans.yaml');
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

const DEFAULT_LAB = join(__dirname, '..', '..', '..', '..', 'features', 'labs', 'kans.yaml');

async function complaintsOfFeatures(
  files: TaskFiles,
  scenariosMax: number,
  seed: number,
): Promise<readonly string[]> {
  const large = files.features.flatMap(({ name, text }) => {
    const size = Buffer.byteLength(text);
    if (size <= sizeMaxBytes) return [];
    return [`${name}: ${size} bytes are too much for one feature; ${sizeMaxBytes} is the limit`];
  });
  if (large.length > 0) return large;
  return withFeatures(files, async ({ paths, nameOf }) => {
    const written = await countScenarios(paths);
    if (written > scenariosMax) return [`${written} scenarios; at most ${scenariosMax} are judged`];
    const { parseFailures, scenarios, empty } = await runToJudge(paths, { seed });
    const unknown = scenarios.filter(({ why }) => why.startsWith('there is no such sentence'));
    return [
      ...parseFailures.map(({ where, why }) => `${nameOf(where)}: ${why}`),
      ...empty.map((where) => withPlace(where, nameOf)),
      ...unknown.map(({ where, sentence, why }) => {
        const what = shown(sentence ?? '', SENTENCE_MAX);
        return `${nameOf(where)}: ${what}: ${why.replace(/\s+/g, ' ')}`;
      }),
    ];
  });
}

/** `PATH: why` or `PATH:3: why`, as its owner calls the path. */
function withPlace(text: string, nameOf: (where: string) => string): string {
  const place = /^.*?\.feature(:\d+)?(?=: )/.exec(text)?.[0] ?? '';
  return `${nameOf(place)}${text.slice(place.length)}`;
}
