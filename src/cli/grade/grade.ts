/**
 * `calicumber grade`: every submission of a class to its result; what is known already is kept.
 */
import { relative, resolve } from 'node:path';
import type { Audience } from '../../grade/feedback/feedback';
import type { StudentResult } from '../../grade/model/result';
import { type Submission, UngradableError } from '../../grade/submissions/submission';
import { shown } from '../../report/words/shown';
import { nothingEstablished, wrongUse } from '../exit-code';
import { openAssignment } from './assignment-folder';
import { type PeopleFiles, writeClass } from './class-files';
import { missingForCompiling } from './code/compile-code';
import { missingForSandbox } from './code/sandbox';
import { gradingFacts, writeGradingFacts } from './grading-facts';
import { type FoundSubmission, findSubmissions } from './intake/find-submissions';
import { digestOf, type GradingOf, ungradable } from './judge/grade-submission';
import { GradingPool } from './pool/grading-pool';
import type { Judged } from './pool/work';
import { type Progress, progressOn } from './progress';
import { ResultFiles } from './result-files';
import { inShard, type Shard } from './shard';
import { statusOf } from './status';

const NAME_MAX = 80;

export interface GradeOptions {
  readonly assignment: string;
  readonly submissions: string;
  readonly out: string;
  /** How many submissions are judged at a time. */
  readonly jobs: number;
  readonly shard: Shard | undefined;
  readonly audience: Audience;
  readonly people: PeopleFiles;
  /** Whether steps of students' own are run, in a sandbox. */
  readonly isCodeAllowed: boolean;
  /** Of this program. */
  readonly version: string;
}

/** @returns the exit status: 2 where some could not be graded */
export async function grade(options: GradeOptions): Promise<number> {
  const missing = options.isCodeAllowed
    ? (missingForSandbox() ?? missingForCompiling())
    : undefined;
  if (missing !== undefined) throw nothingEstablished(`--allow-code wants ${missing}`);
  const grading = openAssignment(options.assignment, options.version, options.isCodeAllowed);
  const found = inShard(findSubmissions(options.submissions), options.shard);
  for (const place of [options.assignment, options.submissions]) refuseInside(options.out, place);
  const judged = await gradeAll(grading, found, options);
  const facts = gradingFacts(grading, options.audience);
  writeGradingFacts(options.out, facts);
  if (options.shard === undefined) writeClass(options.out, facts, judged, options.people);
  else process.stdout.write(`The class is made of all parts by: calicumber grade merge\n`);
  return statusOf(judged);
}

/** Students must not be able to write where results are. */
function refuseInside(out: string, place: string): void {
  const way = relative(resolve(place), resolve(out));
  if (way === '' || !(way.startsWith('..') || resolve(out) === way)) {
    throw wrongUse(`--out ${out} lies in ${place}; results go somewhere else`);
  }
}

/** Several at a time, in any order. @returns what came of them, in the order of the submissions */
async function gradeAll(
  grading: GradingOf,
  found: readonly FoundSubmission[],
  { assignment, out, jobs, isCodeAllowed, version }: GradeOptions,
): Promise<readonly Judged[]> {
  const { seconds } = grading.assignment.limits;
  const threads = Math.min(jobs, Math.max(1, found.length));
  const pool = new GradingPool({
    jobs: threads,
    assignmentPath: assignment,
    isCodeAllowed,
    version,
    seconds,
  });
  const desk = { grading, pool, files: new ResultFiles(out), progress: progressOn(found.length) };
  const judged = new Map<string, Judged>();
  const waiting = [...found];
  const takeTurns = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      judged.set(next.student, await judgedOf(desk, next));
    }
  };
  try {
    const complaints = await pool.complaints();
    if (complaints.length > 0) throw wrongUse(complaints.join('\n'));
    await Promise.all(Array.from({ length: threads }, takeTurns));
  } finally {
    // Whoever is waiting where this run fails is graded by the next one.
    waiting.length = 0;
    desk.progress.end();
    await pool.close();
  }
  return found.flatMap(({ student }) => judged.get(student) ?? []);
}

interface Desk {
  readonly grading: GradingOf;
  readonly pool: GradingPool;
  readonly files: ResultFiles;
  readonly progress: Progress;
}

async function judgedOf(desk: Desk, { student, read }: FoundSubmission): Promise<Judged> {
  const { grading, pool, files, progress } = desk;
  progress.begin(student);
  let submission: Submission = { student, files: [], problems: [] };
  let judged: Judged;
  try {
    submission = { ...(await read(grading.assignment.limits)), student };
    const known = files.known(student, digestOf(grading, submission));
    judged = known ?? (await pool.grade(submission));
  } catch (error) {
    if (!(error instanceof UngradableError)) tellOf(student, error);
    judged = { result: unjudged(grading, submission, error), shape: [] };
  }
  files.write(judged);
  progress.finish(judged.result);
  return judged;
}

/** Whatever one submission makes of this program, the others are graded; this one is tried again next time. */
function unjudged(grading: GradingOf, submission: Submission, error: unknown): StudentResult {
  if (error instanceof UngradableError) return ungradable(grading, submission, [error.message]);
  const problem = 'calicumber failed on it, which is no fault of its owner';
  return { ...ungradable(grading, submission, [problem]), digest: '' };
}

/** To the instructor: a student is not told what is where on this machine. */
function tellOf(student: string, error: unknown): void {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`calicumber: ${shown(student, NAME_MAX)}: ${reason}\n`);
}
