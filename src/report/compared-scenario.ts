/**
 * A scenario that two drivers were given, as the page of a comparison shows it.
 */
import type { Comparison } from '../compare/comparison';

export interface ComparedScenario {
  /** `features/nat/outgoing.feature:12`. */
  readonly where: string;
  readonly name: string;
  readonly comparison: Comparison;
  /** Paths within the folder of reports, of the first driver and of the second; empty where there is none. */
  readonly captures: readonly [string, string];
}
