/**
 * What a thread of the pool does with one submission. It holds nobody else's: whatever a submission makes
 * of it, the thread is all that is lost.
 */
import { parentPort } from 'node:worker_threads';
import { type Shape, shapeOf } from '../../../grade/class/likeness';
import type { StudentResult } from '../../../grade/model/result';
import { type Submission, UngradableError } from '../../../grade/submissions/submission';
import { taskFiles } from '../../../grade/submissions/task-files';
import { openAssignment } from '../assignment-folder';
import { complaintsOfAssignment } from '../judge/check-features';
import { type GradingOf, gradeSubmission, ungradable } from '../judge/grade-submission';
import { loadSentences } from '../judge/run-features';

export interface Work {
  readonly assignmentPath: string;
  readonly version: string;
  readonly isCodeAllowed: boolean;
  readonly submission: Submission;
}

/** Whether the assignment's own features can be judged by. */
export type AssignmentWork = Omit<Work, 'submission'>;

/** Told to who watches the clock, for a thread that is asked may still have to wake up. */
export interface Begun {
  readonly begun: string;
}

let awake: Promise<GradingOf> | undefined;

/** @returns a sentence for each thing that is wrong with the assignment */
export function check({ assignmentPath, version }: AssignmentWork): Promise<readonly string[]> {
  return complaintsOfAssignment(openAssignment(assignmentPath, version));
}

export interface Judged {
  readonly result: StudentResult;
  /** What the submission is compared with others by. */
  readonly shape: Shape;
}

/** Takes seconds, which are nobody's: a thread may be new because of the submission before. */
async function wakeUp(work: AssignmentWork): Promise<GradingOf> {
  await loadSentences();
  return openAssignment(work.assignmentPath, work.version, work.isCodeAllowed);
}

export async function work({ submission, ...about }: Work): Promise<Judged> {
  awake ??= wakeUp(about);
  const grading = await awake;
  const begun: Begun = { begun: submission.student };
  parentPort?.postMessage(begun);
  const { manifests, scripts, features } = taskFiles(submission, '', ['']);
  return {
    result: await resultOf(grading, submission),
    shape: shapeOf([...manifests, ...scripts, ...features], grading.handOuts),
  };
}

/** An error's kind does not get out of a thread. */
async function resultOf(grading: GradingOf, submission: Submission): Promise<StudentResult> {
  try {
    return await gradeSubmission(grading, submission);
  } catch (error) {
    if (!(error instanceof UngradableError)) throw error;
    return ungradable(grading, submission, [error.message]);
  }
}
