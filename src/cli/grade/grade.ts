/**
 * `calicumber grade`: every submission of a class to its result, one after the other; what is known already
 * is kept.
 */
import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { StudentResult } from '../../grade/model/result';
import { classTable } from '../../grade/outputs/class-table';
import { UngradableError } from '../../grade/submissions/submission';
import { EXIT, wrongUse } from '../exit-code';
import { openAssignment } from './assignment-folder';
import { type FoundSubmission, findSubmissions } from './intake/find-submissions';
import { digestOf, type GradingOf, gradeSubmission, ungradable } from './judge/grade-submission';
import { ResultFiles } from './result-files';

/** @returns the exit status: 2 where some could not be graded */
export async function grade(
  assignmentPath: string,
  submissionsPath: string,
  out: string,
  version: string,
): Promise<number> {
  const grading = openAssignment(assignmentPath, version);
  const submissions = findSubmissions(submissionsPath);
  for (const place of [assignmentPath, submissionsPath]) refuseInside(out, place);
  const files = new ResultFiles(out);
  const results: StudentResult[] = [];
  for (const submission of submissions) {
    const result = await resultOf(grading, submission, files);
    results.push(result);
    process.stdout.write(`${lineOf(result)}\n`);
  }
  writeFileSync(join(out, 'class.csv'), classTable(results));
  const open = results.filter(({ state }) => state === 'ungradable').length;
  const graded = `${results.length - open} of ${results.length} graded`;
  process.stdout.write(`${graded}\nThe class is ${join(out, 'class.csv')}\n`);
  return open === 0 ? EXIT.held : EXIT.notEstablished;
}

/** Students must not be able to write where results are. */
function refuseInside(out: string, place: string): void {
  const way = relative(resolve(place), resolve(out));
  if (way === '' || !(way.startsWith('..') || resolve(out) === way)) {
    throw wrongUse(`--out ${out} lies in ${place}; results go somewhere else`);
  }
}

async function resultOf(
  grading: GradingOf,
  { student, read }: FoundSubmission,
  files: ResultFiles,
): Promise<StudentResult> {
  try {
    const submission = { ...(await read(grading.assignment.limits)), student };
    const known = files.known(student, digestOf(grading, submission));
    if (known !== undefined) return known;
    const result = await gradeSubmission(grading, submission);
    files.write(result);
    return result;
  } catch (error) {
    if (!(error instanceof UngradableError)) throw error;
    const nothing = { student, files: [], problems: [] };
    const result = ungradable(grading, nothing, [error.message]);
    files.write(result);
    return result;
  }
}

function lineOf({ student, state, score, maxScore, problems }: StudentResult): string {
  if (state === 'graded') return `${student}: ${score} of ${maxScore}`;
  return `${student}: not graded: ${problems.at(-1)?.split('\n')[0] ?? ''}`;
}
