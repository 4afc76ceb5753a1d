/**
 * A student's features as files of a folder of ours, since Cucumber reads files: away from everything
 * else, so that nothing beside them is found, and gone when they have been judged. Names are ours as well:
 * Cucumber takes `*` and `{a,b}` for wildcards, `@a` for a list of paths, and `:3` for a line.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import type { TaskFiles } from '../../../grade/submissions/task-files';
import { runCodeToJudge } from '../code/run-code';
import { writeCode } from '../code/write-code';
import { type Judging, runToJudge } from './run-features';
import type { StudentFeatures } from './specify';

const FEATURES = 'features';
/** A name that means nothing else to anybody, and fits on any disk. */
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;

/** Does something with the student's features, and removes them. */
export async function withFeatures<Result>(
  { features, manifests, code }: TaskFiles,
  use: (features: StudentFeatures) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-grade-'));
  try {
    const names = new Map<string, string>();
    const paths = features.map(({ name, text }, at) => {
      const path = write(folder, placeOf(name, `${at}.feature`), text);
      names.set(path, withoutRoot(name));
      return path;
    });
    // What a feature calls `the manifests "NAME"` stands beside it.
    for (const { name, text } of manifests) write(folder, placeOf(name), text);
    const nameOf = (where: string) => {
      const path = resolve(where).replace(/(:\d+)+$/, '');
      const name = names.get(path) ?? relative(join(folder, FEATURES), path);
      return `${name.replaceAll('\\', '/')}${resolve(where).slice(path.length)}`;
    };
    const steps = code.map(({ name, text }) => writeCode(folder, name, text));
    const run =
      steps.length === 0
        ? runToJudge
        : (some: readonly string[], judging: Judging) =>
            runCodeToJudge({ folder, paths: some, code: steps, ...judging });
    return await use({ paths, nameOf, run });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A student may have put his features into a folder of that name himself. */
export function withoutRoot(name: string): string {
  return name.replace(/^features\//, '');
}

/** @param file the name in its folder; a manifest keeps its own, for features call it by that */
function placeOf(name: string, file?: string): string {
  const parts = withoutRoot(name).split('/');
  const own = parts.pop() ?? '';
  return join(...parts.map(plain), file ?? plain(own));
}

function plain(name: string): string {
  if (PLAIN_NAME.test(name)) return name;
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}

function write(folder: string, place: string, text: string): string {
  const path = join(folder, FEATURES, place);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}
