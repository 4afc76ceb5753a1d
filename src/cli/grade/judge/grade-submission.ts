/**
 * A submission to its result: everything that decides a score happens below this, from nothing but the
 * assignment, the files that were handed in, the seed and this program.
 */
import { createHash } from 'node:crypto';
import type { Assignment } from '../../../grade/model/assignment';
import { RESULT_SCHEMA, type StudentResult, type TaskResult } from '../../../grade/model/result';
import { scoreOf } from '../../../grade/score/points';
import type { Submission } from '../../../grade/submissions/submission';
import { type TextFile, taskFiles } from '../../../grade/submissions/task-files';
import { judgeTask } from './judge-task';
import { complaintsOf } from './preflight';

export interface GradingOf {
  readonly assignment: Assignment;
  /** The assignment's folder. */
  readonly folder: string;
  /** SHA-256 of the assignment's files, in hex. */
  readonly assignmentDigest: string;
  /** Of this program. */
  readonly version: string;
  /** Whether steps of students' own are run, in a sandbox. */
  readonly isCodeAllowed: boolean;
  /** What every student was given: whoever has it did not write it. */
  readonly handOuts: readonly TextFile[];
}

export async function gradeSubmission(
  grading: GradingOf,
  submission: Submission,
): Promise<StudentResult> {
  const { assignment, folder } = grading;
  const problems = [...submission.problems];
  const complaints: string[] = [];
  const tasks: TaskResult[] = [];
  const folders = assignment.tasks.map((task) => task.folder);
  const work = assignment.tasks.map((task) => ({
    task,
    files: taskFiles(submission, task.folder, folders, grading.isCodeAllowed),
  }));
  for (const { task, files } of work) {
    problems.push(...files.problems);
    complaints.push(...(await complaintsOf(task, files, grading)));
  }
  if (complaints.length > 0) return ungradable(grading, submission, [...problems, ...complaints]);
  for (const { task, files } of work) {
    tasks.push(await judgeTask({ folder, task, files, seed: assignment.seed }));
  }
  const { points, formula } = scoreOf(tasks, assignment.rounding);
  return {
    ...headOf(grading, submission),
    state: 'graded',
    problems,
    score: points,
    formula,
    tasks,
  };
}

/** For what could not even be opened. */
export function ungradable(
  grading: GradingOf,
  submission: Submission,
  problems: readonly string[],
): StudentResult {
  const formula = {
    en: 'not graded; no attempt is used up',
    ko: '채점하지 않음, 시도 횟수도 줄지 않음',
  };
  return { ...headOf(grading, submission), state: 'ungradable', problems, formula, tasks: [] };
}

function headOf(
  grading: GradingOf,
  submission: Submission,
): Pick<StudentResult, 'schema' | 'assignment' | 'student' | 'maxScore' | 'digest' | 'engine'> {
  const { assignment, version } = grading;
  return {
    schema: RESULT_SCHEMA,
    assignment: assignment.id,
    student: submission.student,
    maxScore: assignment.tasks.reduce((sum, task) => sum + task.points, 0),
    digest: digestOf(grading, submission),
    engine: { version, seed: assignment.seed },
  };
}

/** What the result depends on, and nothing else. SHA-256, in hex. */
export function digestOf(
  { assignment, assignmentDigest, version, isCodeAllowed }: GradingOf,
  { files }: Submission,
): string {
  const facts = JSON.stringify([assignmentDigest, version, assignment.seed, isCodeAllowed]);
  const hash = createHash('sha256').update(facts);
  for (const { path, bytes } of files) {
    hash.update(JSON.stringify([path, bytes.length])).update(bytes);
  }
  return hash.digest('hex');
}
