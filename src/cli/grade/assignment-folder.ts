/**
 * An assignment as a folder: `assignment.yaml`, and the features, labs and reference that it names.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readAssignment } from '../../grade/assignment/read-assignment';
import type { Assignment } from '../../grade/model/assignment';
import type { TextFile } from '../../grade/submissions/task-files';
import { ManifestError } from '../../manifest/manifest-error';
import { wrongUse } from '../exit-code';
import type { GradingOf } from './judge/grade-submission';

const FILE = 'assignment.yaml';

/**
 * @param version of this program
 * @param isCodeAllowed whether steps of students' own are run
 * @throws CliError where there is no assignment, or it cannot be read
 */
export function openAssignment(path: string, version: string, isCodeAllowed = false): GradingOf {
  const folder = resolve(path);
  const file = join(folder, FILE);
  if (!existsSync(file)) {
    throw wrongUse(`there is no ${join(path, FILE)}; an assignment is a folder that has one`);
  }
  const files = filesIn(folder);
  try {
    const text = readFileSync(file, 'utf8');
    const assignment = readAssignment(text, join(path, FILE), nameFor(folder), files);
    return {
      assignment,
      folder,
      assignmentDigest: digestOf(folder, files),
      version,
      isCodeAllowed,
      handOuts: handOutsOf(assignment, folder, files),
    };
  } catch (error) {
    if (error instanceof ManifestError) throw wrongUse(error.message);
    throw error;
  }
}

/** Paths with slashes, in the order of their names. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}

/** Of an assignment's folder students get all but this. */
const KEPT = /^(reference|examples)\//;
const TEXT = /\.(ya?ml|sh|feature)$/i;

function handOutsOf(
  { tasks }: Assignment,
  folder: string,
  files: readonly string[],
): readonly TextFile[] {
  const hidden = new Set(tasks.flatMap((task) => (task.kind === 'specify' ? [] : task.hidden)));
  return files
    .filter((name) => TEXT.test(name) && !KEPT.test(name) && name !== FILE && !hidden.has(name))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

function nameFor(folder: string): string {
  return basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function digestOf(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = readFileSync(join(folder, file));
    hash.update(JSON.stringify([file, bytes.length])).update(bytes);
  }
  return hash.digest('hex');
}
