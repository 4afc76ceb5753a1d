/** All that a student may know of a broken engine: who noticed, where to look, what it stands for. */
import type { JSX } from 'preact';
import { Say, type Wording } from '../../words/say';
import { shown } from '../../words/shown';
import { engineWords, STUDENT_WORDS } from '../../words/student-words';
import { catchersOf, type MutantPlace } from './mutant-place';
import { scenarioId } from './scenario-id';
import { StateMark } from './state-mark';

const NAME_MAX = 300;

export function MutantEntry(place: MutantPlace): JSX.Element {
  const { mutant, number, entry } = place;
  const { isCaught, name, misconception, hint } = mutant;
  return (
    <li id={entry} class={`student-item student-${isCaught ? 'held' : 'violated'}`}>
      <StateMark
        sign={isCaught ? '✔' : '✖'}
        words={isCaught ? STUDENT_WORDS.caught : STUDENT_WORDS.missed}
      />
      <span class="student-name">
        <Say words={engineWords(number)} />
        {name !== undefined && <code> {shown(name, NAME_MAX)}</code>}
      </span>
      {isCaught && <Catchers {...place} />}
      <Told label={STUDENT_WORDS.misconception} words={misconception} />
      <Told label={STUDENT_WORDS.hint} words={hint} />
    </li>
  );
}

function Catchers(place: MutantPlace): JSX.Element {
  return (
    <p class="student-why">
      <Say words={STUDENT_WORDS.caughtBy} />
      {catchersOf(place).map(({ at, name, where }, nth) => (
        <span key={nth}>
          {nth > 0 && ','}{' '}
          {at < 0 ? (
            shown(where, NAME_MAX)
          ) : (
            <a href={`#${scenarioId(place.task, at)}`}>{shown(name, NAME_MAX)}</a>
          )}
        </span>
      ))}
    </p>
  );
}

interface ToldProps {
  readonly label: Wording;
  readonly words: Wording | undefined;
}

function Told({ label, words }: ToldProps): JSX.Element | null {
  if (words === undefined) return null;
  return (
    <p class="student-why">
      <span class="student-soft">
        <Say words={label} />:
      </span>{' '}
      <Say words={words} />
    </p>
  );
}
