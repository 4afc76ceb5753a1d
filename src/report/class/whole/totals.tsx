/** How many were graded, and their middle. */
import type { JSX } from 'preact';
import type { ClassStatistics } from '../../../grade/class/statistics';
import { CLASS_WORDS } from '../../words/class-words';
import { Say, type Wording } from '../../words/say';
import { pointsText } from '../../words/student-words';

export function Totals({ statistics }: { readonly statistics: ClassStatistics }): JSX.Element {
  const { graded, ungradable, meanScore, medianScore, maxScore } = statistics;
  return (
    <ul class="whole-totals">
      <Total value={graded} words={CLASS_WORDS.graded} />
      <Total value={ungradable} words={CLASS_WORDS.ungradable} />
      <Total value={meanScore} words={CLASS_WORDS.mean} />
      <Total value={medianScore} words={CLASS_WORDS.median} />
      <Total value={maxScore} words={CLASS_WORDS.most} />
    </ul>
  );
}

interface TotalProps {
  readonly value: number | undefined;
  readonly words: Wording;
}

function Total({ value, words }: TotalProps): JSX.Element {
  return (
    <li>
      <b>{value === undefined ? '–' : pointsText(Math.round(value * 100) / 100)}</b>{' '}
      <Say words={words} />
    </li>
  );
}
