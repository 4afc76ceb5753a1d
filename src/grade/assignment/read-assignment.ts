/**
 * `assignment.yaml` to an `Assignment`. The folder's files are asked of the caller, for a browser has none.
 */
import { didYouMeanOneOf } from '../../base/nearest-name';
import { MUTANTS } from '../../faults/mutants/index';
import { WHEATS } from '../../faults/wheats/index';
import { type ManifestDocument, SourceText } from '../../manifest/manifest-document';
import { parseDocuments } from '../../manifest/parse-documents';
import type { Path } from '../../manifest/path';
import { readBySchema } from '../../manifest/read-by-schema';
import type { Assignment, SpecifyTask, Task } from '../model/assignment';
import { type AssignmentText, assignmentSchema, type TaskText } from './assignment-schema';
import { matchPaths } from './match-paths';

/**
 * @param source what the text is called in errors
 * @param folder the name of the assignment's folder: its id where the text has none
 * @param files the paths of all files below the assignment's folder, with slashes
 * @throws ManifestError with line and column
 */
export function readAssignment(
  text: string,
  source: string,
  folder: string,
  files: readonly string[],
): Assignment {
  const [document, another] = parseDocuments(text, source);
  if (document === undefined) {
    throw new SourceText(source, text).errorAt(0, 'required', 'the file is empty');
  }
  if (another !== undefined) throw another.errorAt([], 'invalid', 'one document is an assignment');
  const read = readBySchema<AssignmentText>(assignmentSchema, document.value, document);
  refuseTwins(read, document);
  return {
    id: read.id ?? folder,
    title: read.title,
    tasks: read.tasks.map((task, at) => taskOf(task, ['tasks', at], document, files)),
    limits: read.limits,
    rounding: read.rounding,
    due: read.due,
    attempts: read.attempts,
    seed: read.seed,
  };
}

function refuseTwins({ tasks }: AssignmentText, document: ManifestDocument): void {
  tasks.forEach(({ id }, at) => {
    const first = tasks.findIndex((task) => task.id === id);
    if (first === at) return;
    throw document.errorAt(['tasks', at, 'id'], 'invalid', `task ${first + 1} is called so, too`);
  });
}

function taskOf(
  task: TaskText,
  path: Path,
  document: ManifestDocument,
  files: readonly string[],
): Task {
  if (task.kind === 'specify') return specifyTaskOf(task, path, document);
  const { features, lab, ...rest } = task;
  if (lab !== undefined && !files.includes(lab)) {
    throw document.errorAt(
      [...path, 'lab'],
      'invalid',
      `there is no file ${lab}${didYouMeanOneOf(lab, files)}`,
    );
  }
  const find = (kind: 'visible' | 'hidden') =>
    features[kind].flatMap((pattern, at) => {
      const found = matchPaths(pattern, files).filter((file) => file.endsWith('.feature'));
      if (found.length > 0) return found;
      const where = [...path, 'features', kind, at];
      throw document.errorAt(where, 'invalid', `there is no feature ${pattern}`);
    });
  return { ...rest, lab, visible: find('visible'), hidden: find('hidden') };
}

function specifyTaskOf(
  task: Extract<TaskText, { kind: 'specify' }>,
  path: Path,
  document: ManifestDocument,
): SpecifyTask {
  const { units, mutants, wheats, ...rest } = task;
  refuseUnknown(mutants, MUTANTS, [...path, 'mutants'], document);
  refuseUnknown(wheats ?? [], WHEATS, [...path, 'wheats'], document);
  const asked = MUTANTS.filter(({ name, unit }) => units.includes(unit) || mutants.includes(name));
  if (asked.length === 0) {
    throw document.errorAt(path, 'invalid', 'names no mutant: give units, mutants or both');
  }
  return {
    ...rest,
    mutants: asked.map(({ name, weight }) => ({ name, weight })),
    wheats: wheats ?? WHEATS.map(({ name }) => name),
  };
}

function refuseUnknown(
  names: readonly string[],
  known: readonly { readonly name: string }[],
  path: Path,
  document: ManifestDocument,
): void {
  const all = known.map(({ name }) => name);
  names.forEach((name, at) => {
    if (all.includes(name)) return;
    const reason = `there is no engine ${name}${didYouMeanOneOf(name, all)}`;
    throw document.errorAt([...path, at], 'invalid', reason);
  });
}
