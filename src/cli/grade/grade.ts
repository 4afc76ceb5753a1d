/**
 * `calicumber grade`: every submission of a class to its result; what is known already is kept.
 */
import { relative, resolve } from 'node:path';
import type { StudentResult } from '../../grade/model/result';
import { UngradableError } from '../../grade/submissions/submission';
import { EXIT, wrongUse } from '../exit-code';
import { openAssignment } from './assignment-folder';
import { type FoundSubmission, findSubmissions } from './intake/find-submissions';
import { digestOf, type GradingOf, ungradable } from './judge/grade-submission';
import { GradingPool } from './pool/grading-pool';
import { type Progress, progressOn } from './progress';
import { ResultFiles } from './result-files';
import { inShard, type Shard } from './shard';

export interface GradeOptions {
  readonly assignment: string;
  readonly submissions: string;
  readonly out: string;
  /** How many submissions are judged at a time. */
  readonly jobs: number;
  readonly shard: Shard | undefined;
  /** Of this program. */
  readonly version: string;
}

/** @returns the exit status: 2 where some could not be graded */
export async function grade(options: GradeOptions): Promise<number> {
  const grading = openAssignment(options.assignment, options.version);
  const found = inShard(findSubmissions(options.submissions), options.shard);
  for (const place of [options.assignment, options.submissions]) refuseInside(options.out, place);
  const results = await gradeAll(grading, found, options);
  const open = results.filter(({ state }) => state === 'ungradable').length;
  process.stdout.write(`${results.length - open} of ${results.length} graded\n`);
  return open === 0 ? EXIT.held : EXIT.notEstablished;
}

/** Students must not be able to write where results are. */
function refuseInside(out: string, place: string): void {
  const way = relative(resolve(place), resolve(out));
  if (way === '' || !(way.startsWith('..') || resolve(out) === way)) {
    throw wrongUse(`--out ${out} lies in ${place}; results go somewhere else`);
  }
}

/** Several at a time, in any order. @returns the results in the order of the submissions */
async function gradeAll(
  grading: GradingOf,
  found: readonly FoundSubmission[],
  { assignment, out, jobs, version }: GradeOptions,
): Promise<readonly StudentResult[]> {
  const { seconds } = grading.assignment.limits;
  const threads = Math.min(jobs, Math.max(1, found.length));
  const pool = new GradingPool({ jobs: threads, assignmentPath: assignment, version, seconds });
  const desk = { grading, pool, files: new ResultFiles(out), progress: progressOn(found.length) };
  const results = new Map<string, StudentResult>();
  const waiting = [...found];
  const takeTurns = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      results.set(next.student, await resultOf(desk, next));
    }
  };
  try {
    const complaints = await pool.complaints();
    if (complaints.length > 0) throw wrongUse(complaints.join('\n'));
    await Promise.all(Array.from({ length: threads }, takeTurns));
  } finally {
    desk.progress.end();
    await pool.close();
  }
  return found.flatMap(({ student }) => results.get(student) ?? []);
}

interface Desk {
  readonly grading: GradingOf;
  readonly pool: GradingPool;
  readonly files: ResultFiles;
  readonly progress: Progress;
}

async function resultOf(desk: Desk, { student, read }: FoundSubmission): Promise<StudentResult> {
  const { grading, pool, files, progress } = desk;
  progress.begin(student);
  let submission = { student, files: [], problems: [] } as Awaited<ReturnType<typeof read>>;
  let result: StudentResult;
  try {
    submission = { ...(await read(grading.assignment.limits)), student };
    const known = files.known(student, digestOf(grading, submission));
    result = known ?? (await pool.grade(submission));
  } catch (error) {
    result = ungradable(grading, submission, [reasonOf(error)]);
  }
  files.write(result);
  progress.finish(result);
  return result;
}

/** Whatever one submission makes of this program, the others are graded. */
function reasonOf(error: unknown): string {
  if (error instanceof UngradableError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `calicumber failed on it, which is no fault of its owner: ${message}`;
}
