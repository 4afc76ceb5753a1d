/**
 * A rule as a value: matches in the order in which they are asked, and what happens if all fit.
 */
import type { Match } from './matches/index';
import type { Target } from './targets/index';

export interface Rule {
  readonly matches: readonly Match[];
  /** `undefined`: the rule counts and comments, and nothing else. */
  readonly target: Target | undefined;
}
