/** How points came about, as a sum. */
import type { JSX } from 'preact';
import { Say, type Wording } from '../../words/say';
import { STUDENT_WORDS } from '../../words/student-words';

interface FormulaViewProps {
  readonly formula: Wording;
  readonly isLabelled: boolean;
}

export function FormulaView({ formula, isLabelled }: FormulaViewProps): JSX.Element {
  return (
    <p class="student-formula">
      {isLabelled && (
        <>
          <span class="student-soft">
            <Say words={STUDENT_WORDS.formula} />:
          </span>{' '}
        </>
      )}
      <Say words={formula} />
    </p>
  );
}
