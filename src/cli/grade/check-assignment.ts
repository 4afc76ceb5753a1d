/**
 * `calicumber grade check`: an assignment is fair where its own reference gets all points, who hands in
 * nothing gets none, and every mutant can be caught.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StudentResult, TaskResult } from '../../grade/model/result';
import type { Submission } from '../../grade/submissions/submission';
import { EXIT, wrongUse } from '../exit-code';
import { openAssignment } from './assignment-folder';
import { readFolder } from './intake/folder';
import { complaintsOfAssignment } from './judge/check-features';
import { type GradingOf, gradeSubmission } from './judge/grade-submission';

const REFERENCE = 'reference';

/** Points come of fractions. */
const EPSILON = 1e-9;

/** @returns the exit status: 1 where something does not hold */
export async function checkAssignment(path: string, version: string): Promise<number> {
  const grading = openAssignment(path, version);
  const folder = join(path, REFERENCE);
  if (!existsSync(folder)) throw wrongUse(`there is no ${folder}; the reference solution is there`);
  const complaints = [...(await complaintsOfAssignment(grading))];
  if (complaints.length === 0) {
    const { limits } = grading.assignment;
    const reference = await gradeSubmission(grading, readFolder(folder, limits));
    complaints.push(...complaintsOfReference(reference));
    complaints.push(...(await complaintsOfNothing(grading)));
    for (const { id, specification } of reference.tasks) {
      for (const names of redundant(specification)) {
        process.stdout.write(`${id}: caught by the same scenarios: ${names.join(', ')}\n`);
      }
    }
  }
  for (const complaint of complaints) process.stdout.write(`${complaint}\n`);
  if (complaints.length > 0) return EXIT.violated;
  process.stdout.write(
    'The reference gets all points, an empty submission none, every mutant is caught\n',
  );
  return EXIT.held;
}

function complaintsOfReference({ state, problems, tasks }: StudentResult): readonly string[] {
  if (state === 'ungradable') return problems.map((problem) => `the reference: ${problem}`);
  return tasks.flatMap((task) => [
    ...task.checks
      .filter(({ points, maxPoints }) => points < maxPoints - EPSILON)
      .map(({ id, verdict, why }) => `the reference: ${id} is ${verdict}: ${why}`),
    ...complaintsOfSpecification(task),
  ]);
}

function complaintsOfSpecification({ specification }: TaskResult): readonly string[] {
  if (specification === undefined) return [];
  const { scenarios, mutants } = specification;
  return [
    ...scenarios
      .filter(({ state }) => state !== 'valid')
      .map(({ where, state, why }) => `the reference: ${where} is ${state}: ${why}`),
    ...mutants
      .filter(({ caughtBy }) => caughtBy.length === 0)
      .map(({ name }) => `the reference does not catch ${name}`),
  ];
}

async function complaintsOfNothing(grading: GradingOf): Promise<readonly string[]> {
  const nothing: Submission = { student: 'empty', files: [], problems: [] };
  const { tasks } = await gradeSubmission(grading, nothing);
  return tasks
    .flatMap(({ checks }) => checks)
    .filter(({ points }) => points > EPSILON)
    .map(({ id, points }) => `who hands in nothing gets ${points} for ${id}`);
}

/** Mutants that no scenario of the reference tells apart: one of each group would do. */
function redundant(specification: TaskResult['specification']): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const { name, caughtBy } of specification?.mutants ?? []) {
    const key = [...caughtBy].sort().join('\n');
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return [...groups.entries()]
    .filter(([key, names]) => key !== '' && names.length > 1)
    .map(([, names]) => names);
}
