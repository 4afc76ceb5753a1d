/**
 * Texts that must fit a pattern of a CRD. The patterns are Go's (RE2): they may start with `(?i)`, and
 * Go reads any of them in linear time. JavaScript's engine does not, so a pattern on which it could
 * run away comes with an equal one on which it cannot.
 */
import { z } from 'zod';
import { describeValue } from '../../manifest/describe-issue';

/** @param safe the same language, written without nested repetition */
export function goPattern(pattern: string, safe: string = pattern) {
  const ignoresCase = safe.includes('(?i)');
  const regExp = new RegExp(safe.replace('(?i)', ''), ignoresCase ? 'i' : '');
  const wanted = wordsOf(pattern) ?? `must match ${pattern}`;
  return z
    .string()
    .refine((text) => regExp.test(text), {
      error: ({ input }) => `${wanted}, not ${describeValue(input)}`,
    })
    .meta({ pattern });
}

const WORD_LIST = /^\^\(\?i\)\(([\w|]+)\)\?\$$/;

/** `^(?i)(Drop|Accept)?$` is a list of words. */
function wordsOf(pattern: string): string | undefined {
  const words = WORD_LIST.exec(pattern)?.[1]?.split('|');
  return words && `must be one of ${words.join(', ')}`;
}
