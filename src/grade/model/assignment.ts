/**
 * What a class has to do, as `assignment.yaml` says it; defaults are filled in. Paths are relative to the
 * assignment's folder, and end in a file; wildcards have been looked up.
 */
import type { Wording } from '../../base/wording';

export interface Assignment {
  /** Letters, digits and dashes; the folder's name where the file says nothing. */
  readonly id: string;
  readonly title: Wording;
  readonly tasks: readonly Task[];
  readonly limits: SubmissionLimits;
  readonly rounding: Rounding;
  /** ISO 8601; hidden checks are named to students only afterwards. */
  readonly due: string | undefined;
  /** How often a student may try; told in the feedback, counted by whoever runs the grader. */
  readonly attempts: number | undefined;
  readonly seed: number;
}

export type Task = ConfigureTask | SpecifyTask | DiagnoseTask;

interface TaskBase {
  readonly id: string;
  readonly title: Wording;
  /** The most that it counts. */
  readonly points: number;
  /** Where in a submission this task's files are; `''` for its root. */
  readonly folder: string;
}

/** The student hands in manifests and scripts; the features judge the cluster that results. */
export interface ConfigureTask extends TaskBase {
  readonly kind: 'configure';
  /** Features that a student has, and those that he has not. */
  readonly visible: readonly string[];
  readonly hidden: readonly string[];
  readonly partialCredit: PartialCredit;
  /** The host where scripts are typed. */
  readonly host: string;
  /** The path of the lab that what is handed in is first tried on; kans where nothing is said. */
  readonly lab: string | undefined;
}

/** The student hands in features; they are tried on engines that are right and on some that are wrong. */
export interface SpecifyTask extends TaskBase {
  readonly kind: 'specify';
  /** Names of mutants and what each counts. */
  readonly mutants: readonly { readonly name: string; readonly weight: number }[];
  /** Names of wheats, beside the right engine. */
  readonly wheats: readonly string[];
  readonly shares: SpecifyShares;
  /** So many scenarios count; more may be there. */
  readonly scenariosMax: number;
}

/** The lab is broken; the student hands in the repair and, if asked, a feature that shows the fault. */
export interface DiagnoseTask extends TaskBase {
  readonly kind: 'diagnose';
  readonly breaks: readonly { readonly host: string; readonly lines: string }[];
  readonly visible: readonly string[];
  readonly hidden: readonly string[];
  readonly partialCredit: PartialCredit;
  readonly host: string;
  readonly lab: string | undefined;
  /** Of the points, the share of a feature that shows the fault; 0 where none is asked for. */
  readonly featureShare: number;
}

/** `scenario`: each scenario's points by itself; `feature`: a feature's only together; `all`: all or none. */
export type PartialCredit = 'scenario' | 'feature' | 'all';

/** Of the points of a task, adding up to 1. */
export interface SpecifyShares {
  /** Mutants caught, by weight. */
  readonly thoroughness: number;
  /** Scenarios that hold on every right engine and say something. */
  readonly validity: number;
}

export interface SubmissionLimits {
  /** On the clock on the wall, for all of a submission. */
  readonly seconds: number;
  readonly filesMax: number;
  /** Of all files together. */
  readonly bytesMax: number;
  readonly scenariosMax: number;
}

/** A score is rounded half up to so many decimals. */
export interface Rounding {
  readonly decimals: number;
}
