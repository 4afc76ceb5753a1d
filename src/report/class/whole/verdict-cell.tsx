/**
 * What came of one check for one student. There are tens of thousands of these on a page: the class is
 * one letter, by which the style adds colour and sign; the words are for who does not see them.
 */
import type { JSX } from 'preact';
import type { Check } from '../../../grade/model/result';
import { CHECK_WORDS, type CheckLook, lookOf } from '../../words/check-words';
import { CLASS_WORDS } from '../../words/class-words';
import { Say } from '../../words/say';

const CLASSES: Readonly<Record<CheckLook, string>> = {
  held: 'h',
  part: 'p',
  open: 'o',
  violated: 'v',
};
const NONE = 'n';

export function VerdictCell({ check }: { readonly check: Check | undefined }): JSX.Element {
  const look = check === undefined ? undefined : lookOf(check);
  return (
    <td class={look === undefined ? NONE : CLASSES[look]}>
      <Say words={look === undefined ? CLASS_WORDS.noResult : CHECK_WORDS[look]} />
    </td>
  );
}
