/**
 * The three verdicts in the languages of the page. A sign goes with each, for colour alone tells nothing.
 */
import type { VerdictName } from '../model/verdict';
import type { Wording } from './say';

export const VERDICT_WORDS: Readonly<Record<VerdictName, Wording & { readonly sign: string }>> = {
  held: { sign: '✔', en: 'held', ko: '성립' },
  violated: { sign: '✖', en: 'violated', ko: '위반' },
  'not established': { sign: '?', en: 'not established', ko: '확인되지 않음' },
};
