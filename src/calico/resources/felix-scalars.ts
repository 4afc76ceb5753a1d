/** The kinds of field that FelixConfiguration has besides Calico's usual ones. */
import { goPattern } from './go-pattern';

// As the CRD has it, with a backslash too many before the dot: `90s` and `1m30s` fit, `1.5s` does not.
export const duration = goPattern('^([0-9]+(\\\\.[0-9]+)?(ms|s|m|h))*$').optional();

/** One of these words in whatever case, read as it is spelt here; the empty text is none of them. */
export function oneOf<Word extends string>(...words: readonly Word[]) {
  return goPattern(`^(?i)(${words.join('|')})?$`)
    .transform((text) => words.find((word) => word.toLowerCase() === text.toLowerCase()))
    .optional();
}
