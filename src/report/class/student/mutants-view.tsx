/**
 * The broken engines of a task: a row of lamps, lit where a scenario noticed, each of which says on a
 * look what it is about and leads to its entry below.
 */
import type { JSX } from 'preact';
import type { TaskFeedback } from '../../../grade/feedback/feedback';
import { Say } from '../../words/say';
import { noticedWords, STUDENT_WORDS } from '../../words/student-words';
import { MutantEntry } from './mutant-entry';
import { MutantLamp } from './mutant-lamp';

interface MutantsViewProps {
  readonly task: TaskFeedback;
  readonly id: string;
}

export function MutantsView({ task: { mutants, scenarios }, id }: MutantsViewProps): JSX.Element {
  const caught = mutants.filter(({ isCaught }) => isCaught).length;
  const places = mutants.map((mutant, at) => ({
    mutant,
    number: at + 1,
    entry: `${id}-engine-${at + 1}`,
    task: id,
    scenarios,
  }));
  return (
    <>
      <h3>
        <Say words={STUDENT_WORDS.mutants} />: <Say words={noticedWords(caught, mutants.length)} />
      </h3>
      <p>
        <Say words={STUDENT_WORDS.brokenOnPurpose} />
      </p>
      <ul class="student-lamps">
        {places.map((place) => (
          <MutantLamp key={place.number} {...place} />
        ))}
      </ul>
      <ol class="student-engines">
        {places.map((place) => (
          <MutantEntry key={place.number} {...place} />
        ))}
      </ol>
    </>
  );
}
