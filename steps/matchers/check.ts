/**
 * The one way in which matchers are made here: a question that answers with a complaint, or with
 * nothing where it is content. Chai's own expected/actual pair is left out on purpose: Cucumber would
 * print the diff of the two in place of the message.
 */
import { invariant } from '../../src/base/invariant';
import type { Mismatch } from '../../src/report/model/mismatch';

/** What is not as demanded: in words for a terminal, and in parts for a report. */
export interface Complaint {
  readonly message: string;
  readonly mismatch: Omit<Mismatch, 'walk'>;
}

/** Adds `expect(value).to.NAME(...args)`. A negative sentence has a check of its own, with its control. */
export function addCheck<Value, Args extends readonly unknown[]>(
  chai: Chai.ChaiStatic,
  utils: Chai.ChaiUtils,
  name: string,
  check: (value: Value, ...args: Args) => Complaint | undefined,
): void {
  chai.Assertion.addMethod(name, function (this: Chai.AssertionStatic, ...args: unknown[]) {
    invariant(!utils.flag(this, 'negate'), `${name} has no negative: a control would be missing`);
    const complaint = check(utils.flag(this, 'object') as Value, ...(args as unknown as Args));
    if (complaint === undefined) return;
    const { message, mismatch } = complaint;
    throw new chai.AssertionError(message, { mismatch });
  });
}

/** Of the error that a check threw; `undefined` for any other. */
export function mismatchOf(error: unknown): Complaint['mismatch'] | undefined {
  const hasOne = error instanceof Error && 'mismatch' in error;
  return hasOne ? (error.mismatch as Complaint['mismatch']) : undefined;
}
