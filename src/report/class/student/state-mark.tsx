/** A state as a sign and a word, in the colour of the list's item that it begins. */
import type { JSX } from 'preact';
import { Say, type Wording } from '../../words/say';

interface StateMarkProps {
  readonly sign: string;
  readonly words: Wording;
}

export function StateMark({ sign, words }: StateMarkProps): JSX.Element {
  return (
    <span class="student-mark">
      <span aria-hidden="true">{sign}</span> <Say words={words} />
    </span>
  );
}
