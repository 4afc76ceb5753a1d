/**
 * A student's features as files of a folder of ours, since Cucumber reads files: away from everything
 * else, so that nothing beside them is found, and gone when they have been judged.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import type { TaskFiles } from '../../../grade/submissions/task-files';
import type { StudentFeatures } from './specify';

const FEATURES = 'features';

/** Does something with the student's features, and removes them. */
export async function withFeatures<Result>(
  { features, manifests }: TaskFiles,
  use: (features: StudentFeatures) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-grade-'));
  try {
    const paths = features.map(({ name, text }) => write(folder, name, text));
    // What a feature calls `the manifests "NAME"` stands beside it.
    for (const { name, text } of manifests) write(folder, name, text);
    const nameOf = (where: string) =>
      relative(join(folder, FEATURES), resolve(where)).replaceAll('\\', '/');
    return await use({ paths, nameOf });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(folder: string, name: string, text: string): string {
  // A student may have put his features into a folder of that name himself.
  const path = join(folder, FEATURES, name.replace(/^features\//, ''));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}
