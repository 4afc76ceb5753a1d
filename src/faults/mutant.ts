/**
 * Engines that are wrong on purpose, to grade specifications by: whoever specifies well notices. Each is
 * one named change, stands for one misconception, and turns at least one shipped scenario red
 * (steps/faults/mutants.test.ts names it).
 */
import type { Wording } from '../base/wording';
import type { EngineVariant } from '../cluster/engine-variant';

/** The part of the course that it belongs to; as the folders of features/. */
export type Unit = 'address' | 'link' | 'routing' | 'encapsulation' | 'nat';

export interface Mutant extends EngineVariant {
  readonly unit: Unit;
  /** What it counts in a score; 1 for most. */
  readonly weight: number;
  /** What somebody believes who would build it so: `Calico's gateway 169.254.1.1 is a real router`. */
  readonly misconception: Wording;
  /** Where to look, without giving the assertion away. */
  readonly hint: Wording;
}
