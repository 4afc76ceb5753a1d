/** A broken engine as a lamp; pointed at or focused, it says what is known of it. */
import type { JSX } from 'preact';
import { moreWords } from '../../words/class-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { engineWords, STUDENT_WORDS } from '../../words/student-words';
import { catchersOf, type MutantPlace } from './mutant-place';

const NAME_MAX = 120;
/** A tip is short; the entry below has them all. */
const CATCHERS_MAX = 3;

export function MutantLamp(place: MutantPlace): JSX.Element {
  const { mutant, number, entry } = place;
  const { isCaught, hint, misconception } = mutant;
  const catchers = catchersOf(place);
  const told = misconception ?? (isCaught ? undefined : hint);
  return (
    <li>
      <a class={`student-lamp student-lamp-${isCaught ? 'lit' : 'unlit'}`} href={`#${entry}`}>
        <Lamp isLit={isCaught} />
        <span class="hidden-words">
          <Say words={engineWords(number)} />:{' '}
          <Say words={isCaught ? STUDENT_WORDS.caught : STUDENT_WORDS.missed} />
        </span>
        <span class="student-lamp-number" aria-hidden="true">
          {number}
        </span>
        <span class="student-tip">
          <b>
            <Say words={engineWords(number)} /> ·{' '}
            <Say words={isCaught ? STUDENT_WORDS.caughtBy : STUDENT_WORDS.missed} />
          </b>
          {catchers.slice(0, CATCHERS_MAX).map(({ name }, at) => (
            <span key={at} class="student-tip-line">
              {shown(name, NAME_MAX)}
            </span>
          ))}
          {catchers.length > CATCHERS_MAX && (
            <span class="student-tip-line">
              <Say words={moreWords(catchers.length - CATCHERS_MAX)} />
            </span>
          )}
          {told !== undefined && (
            <span class="student-tip-line">
              <Say words={told} />
            </span>
          )}
        </span>
      </a>
    </li>
  );
}

/** Lit and unlit differ in shape, too: rays, or a dashed glass. */
function Lamp({ isLit }: { readonly isLit: boolean }): JSX.Element {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      {isLit && <path class="student-rays" d="M16 1v4M4.5 5.5l3 3M27.5 5.5l-3 3M1 16h4M27 16h4" />}
      <path class="student-glass" d="M12.5 23c0-3-3.5-4-3.5-8a7 7 0 0 1 14 0c0 4-3.5 5-3.5 8z" />
      <path class="student-socket" d="M12.5 26h7M13.5 29h5" />
    </svg>
  );
}
