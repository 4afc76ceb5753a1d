/**
 * What came of a check, in the languages of the page: its verdict, or that it held in part. A sign goes
 * with each, for colour alone tells nothing.
 */
import type { Check } from '../../grade/model/result';
import type { Wording } from './say';
import { VERDICT_WORDS } from './verdict-words';

/** The names of colours, too. */
export type CheckLook = 'held' | 'part' | 'open' | 'violated';

export const CHECK_WORDS: Readonly<Record<CheckLook, Wording & { readonly sign: string }>> = {
  held: VERDICT_WORDS.held,
  part: { sign: '◐', en: 'held in part', ko: '일부 성립' },
  open: VERDICT_WORDS['not established'],
  violated: VERDICT_WORDS.violated,
};

export function lookOf({ verdict, points }: Pick<Check, 'verdict' | 'points'>): CheckLook {
  if (verdict === 'held') return 'held';
  if (points > 0) return 'part';
  return verdict === 'violated' ? 'violated' : 'open';
}
