/** All that a result counts, task by task, as formats list it. */
import type { Check, StudentResult } from '../model/result';

export interface ListedCheck extends Check {
  /** `2.3`: the third of the second task. */
  readonly number: string;
  readonly task: string;
}

export function checksOfAll({ tasks }: StudentResult): readonly ListedCheck[] {
  return tasks.flatMap(({ id, checks }, task) =>
    checks.map((check, at) => ({ ...check, number: `${task + 1}.${at + 1}`, task: id })),
  );
}

/** Told to students of what they may not know by name. */
export const HIDDEN_NAME = 'Hidden checks';
