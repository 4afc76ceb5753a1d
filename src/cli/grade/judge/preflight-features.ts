/**
 * Whether a student's features can be judged: they are looked at, then counted, then run once.
 */
import type { TaskFiles } from '../../../grade/submissions/task-files';
import { MANIFEST_LIMITS } from '../../../manifest/limits';
import { shown } from '../../../report/words/shown';
import { withFeatures, withoutRoot } from './workplace';
import { countScenarios } from './written-scenarios';

/** Of one feature's text: as of one of manifests. */
const { sizeMaxBytes } = MANIFEST_LIMITS;
/** Cucumber compares a sentence with those it knows in steps that grow with the cube of its quotations. */
const LINE_MAX = 1000;
/** A sentence that nobody knows is quoted so far. */
const SENTENCE_MAX = 200;

/** @returns a sentence for each thing that keeps them from being judged */
export async function complaintsOfFeatures(
  files: TaskFiles,
  scenariosMax: number,
  seed: number,
): Promise<readonly string[]> {
  const large = files.features.flatMap(({ name, text }) => complaintOfSize(name, text) ?? []);
  if (large.length > 0 || files.features.length === 0) return large;
  const twins = complaintsOfTwins(files);
  if (twins.length > 0) return twins;
  return withFeatures(files, async ({ paths, run, nameOf }) => {
    const written = await countScenarios(paths);
    if (written > scenariosMax) return [`${written} scenarios; at most ${scenariosMax} are judged`];
    const { parseFailures, scenarios, empty } = await run(paths, { seed });
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

/** A feature finds its manifests in a folder of its own: what is in `features/` is as if it were not. */
function complaintsOfTwins({ manifests }: TaskFiles): readonly string[] {
  const known = new Map<string, string>();
  return manifests.flatMap(({ name }) => {
    const place = withoutRoot(name);
    const twin = known.get(place);
    known.set(place, name);
    return twin === undefined ? [] : [`${twin} and ${name} are one to a feature; rename one`];
  });
}

function complaintOfSize(name: string, text: string): string | undefined {
  const size = Buffer.byteLength(text);
  if (size > sizeMaxBytes) {
    return `${name}: ${size} bytes are too much for one feature; ${sizeMaxBytes} is the limit`;
  }
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.length > LINE_MAX);
  if (at < 0) return undefined;
  return `${name}:${at + 1}: a line of ${lines[at]?.length} characters; at most ${LINE_MAX} are read`;
}

/** `PATH: why` or `PATH:3: why`, as its owner calls the path. */
function withPlace(text: string, nameOf: (where: string) => string): string {
  const place = /^.*?\.feature(:\d+)?(?=: )/.exec(text)?.[0] ?? '';
  return `${nameOf(place)}${text.slice(place.length)}`;
}
