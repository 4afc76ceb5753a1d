/** Each verdict with its sign: nobody has to tell it by its colour. */
import type { VerdictName } from '../scenario-report';

export interface VerdictWords {
  readonly sign: string;
  /** The class of the style sheet. */
  readonly look: string;
}

/** In the order in which a reader wants them: what is to be repaired comes first. */
export const VERDICT_ORDER: readonly VerdictName[] = ['violated', 'not established', 'held'];

export const VERDICT_WORDS: Readonly<Record<VerdictName, VerdictWords>> = {
  held: { sign: '✔', look: 'held' },
  violated: { sign: '✖', look: 'violated' },
  'not established': { sign: '?', look: 'open' },
};
