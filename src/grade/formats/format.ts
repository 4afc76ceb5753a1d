/**
 * A file that another program reads, made of one student's result. What students can see of it holds no
 * more than `Feedback` does: hidden checks are summed up.
 */
import type { Feedback } from '../feedback/feedback';
import type { StudentResult } from '../model/result';

export interface Format {
  readonly name: string;
  /** What the other program wants the file to be called. */
  readonly file: string;
  readonly render: (graded: Graded, place: Place) => string;
}

export interface Graded {
  readonly result: StudentResult;
  readonly feedback: Feedback;
}

/** What some programs want to read back of what they told the grader, by the names of their variables. */
export type Place = Readonly<Record<string, string | undefined>>;

export function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
