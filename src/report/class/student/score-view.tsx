/** A score, as a number and as a bar, with what is decided and how it came about. */
import type { JSX } from 'preact';
import type { Feedback } from '../../../grade/feedback/feedback';
import { Say } from '../../words/say';
import { decidedWords, pointsWords, STUDENT_WORDS } from '../../words/student-words';
import { FormulaView } from './formula-view';
import { PointsBar } from './points-bar';

export function ScoreView({ feedback }: { readonly feedback: Feedback }): JSX.Element {
  const { state, points, formula, decided, hidden, maxPoints } = feedback;
  return (
    <section class="student-score" aria-labelledby="score">
      <h2 id="score" class="hidden-words">
        <Say words={STUDENT_WORDS.score} />
      </h2>
      <p class="student-points">
        {state === 'graded' && points !== undefined ? (
          <Say words={pointsWords(points, decided)} />
        ) : (
          <Say words={STUDENT_WORDS.ungraded} />
        )}
      </p>
      {formula !== undefined && <FormulaView formula={formula} isLabelled={state === 'graded'} />}
      {state === 'graded' && (
        <>
          <PointsBar points={points ?? 0} decided={decided} most={maxPoints} />
          <p class="student-soft">
            <Say words={decidedWords(decided, maxPoints, hidden)} />
          </p>
        </>
      )}
    </section>
  );
}
