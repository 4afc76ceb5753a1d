/**
 * What came of one submission: all that feedback, gradebooks and machines' formats are made of. Data
 * only, as it stands in `results/STUDENT.json`; the same submission, assignment and engine give the same
 * bytes.
 */
import type { Wording } from '../../base/wording';

export const RESULT_SCHEMA = 'calicumber/result/v1';

export interface StudentResult {
  readonly schema: typeof RESULT_SCHEMA;
  readonly assignment: string;
  /** The name of the submission's folder or archive. */
  readonly student: string;
  /** `ungradable`: nothing could be judged, and no attempt is used up. */
  readonly state: 'graded' | 'ungradable';
  /** What the student must be told of his files, a sentence each, with the place. */
  readonly problems: readonly string[];
  /** Rounded; none where the submission is ungradable. */
  readonly score?: number;
  readonly maxScore: number;
  /** How the score came about: `12 of 15 + 4 of 5 = 16 of 20`. */
  readonly formula: Wording;
  readonly tasks: readonly TaskResult[];
  /**
   * SHA-256 of the assignment, the submission, the engine's version and the seed, in hex. Empty where this
   * program failed on it: it is to be tried again.
   */
  readonly digest: string;
  readonly engine: { readonly version: string; readonly seed: number };
}

export interface TaskResult {
  readonly id: string;
  readonly kind: 'configure' | 'specify' | 'diagnose';
  readonly title: Wording;
  /** Not rounded. */
  readonly points: number;
  readonly maxPoints: number;
  /** `10 × (0.7 × 9/12 mutants + 0.3 × 6/6 scenarios)`. */
  readonly formula: Wording;
  /** Their points add up to the task's. */
  readonly checks: readonly Check[];
  /** Of a task of kind `specify`, and of a feature that shows a fault. */
  readonly specification?: SpecificationResult;
}

/** One thing that was looked at, and what it counts. */
export interface Check {
  /** Unique within an assignment: `build/features/visible/nat-outgoing:12`. */
  readonly id: string;
  readonly name: string;
  /** Students learn of hidden ones that there are so many, and no more, before they may. */
  readonly visibility: 'visible' | 'hidden';
  readonly verdict: 'held' | 'violated' | 'not established';
  /** In one sentence; empty where it held. */
  readonly why: string;
  readonly points: number;
  readonly maxPoints: number;
}

export interface SpecificationResult {
  readonly scenarios: readonly StudentScenario[];
  readonly mutants: readonly MutantResult[];
}

export interface StudentScenario {
  /** `features/arp.feature:12`. */
  readonly where: string;
  readonly name: string;
  /**
   * `valid`: holds on every right engine; `over-specified`: on some; `wrong`: not on the right one;
   * `vacuous`: also where nothing works; `not counted`: beyond the number that counts.
   */
  readonly state: 'valid' | 'over-specified' | 'wrong' | 'vacuous' | 'not counted';
  /** Why it is not valid, in one sentence. */
  readonly why: string;
}

export interface MutantResult {
  readonly name: string;
  readonly weight: number;
  /** The places of scenarios that an assertion turned red on it. */
  readonly caughtBy: readonly string[];
}
