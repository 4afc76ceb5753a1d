/**
 * What a student is told, by when: less than what is known of him. All pages and files for students are
 * made of this, and of nothing else, so that what is hidden cannot slip into one of them.
 */
import type { Wording } from '../../base/wording';
import type { Check, StudentScenario } from '../model/result';

/**
 * `practice`: before it counts; hidden checks are not decided, hints are given. `graded`: the score, and
 * no names of what was hidden. `after-due`: everything, with explanations.
 */
export const AUDIENCES = ['practice', 'graded', 'after-due'] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface Feedback {
  readonly audience: Audience;
  readonly student: string;
  readonly assignment: string;
  readonly state: 'graded' | 'ungradable';
  readonly problems: readonly string[];
  /** None where the submission is ungradable. Rounded. */
  readonly points?: number;
  /** Of `maxPoints`: what `points` are of; the others are hidden still. */
  readonly decided: number;
  readonly hidden: number;
  readonly maxPoints: number;
  /** How the points came about; only where all are decided. */
  readonly formula?: Wording;
  readonly tasks: readonly TaskFeedback[];
  readonly digest: string;
}

export interface TaskFeedback {
  readonly id: string;
  readonly title: Wording;
  readonly points: number;
  readonly decided: number;
  readonly hidden: number;
  readonly maxPoints: number;
  readonly formula?: Wording;
  readonly checks: readonly Check[];
  /** How many checks are not told of. */
  readonly hiddenChecks: number;
  readonly scenarios: readonly StudentScenario[];
  readonly mutants: readonly MutantFeedback[];
}

/** A wrong engine, of which a student may know that somebody caught it, but not yet what is wrong. */
export interface MutantFeedback {
  readonly isCaught: boolean;
  readonly caughtBy: readonly string[];
  /** Where to look, of one that was not caught. */
  readonly hint?: Wording;
  readonly name?: string;
  readonly misconception?: Wording;
}
