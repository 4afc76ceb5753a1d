/** The checks of a task: the verdict in sign, word and colour, what it counted, and why. */
import type { JSX } from 'preact';
import type { TaskFeedback } from '../../../grade/feedback/feedback';
import type { Check } from '../../../grade/model/result';
import { CHECK_WORDS, lookOf } from '../../words/check-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { hiddenChecksWords, pointsWords, STUDENT_WORDS } from '../../words/student-words';
import { StateMark } from './state-mark';

const NAME_MAX = 300;
const WHY_MAX = 2_000;

export function CheckList({ task }: { readonly task: TaskFeedback }): JSX.Element {
  const { checks, hiddenChecks } = task;
  return (
    <>
      <h3>
        <Say words={STUDENT_WORDS.checks} />
      </h3>
      {checks.length > 0 && (
        <ul class="student-list">
          {checks.map((check) => (
            <CheckItem key={check.id} {...check} />
          ))}
        </ul>
      )}
      {hiddenChecks > 0 && (
        <p class="student-soft">
          <Say words={hiddenChecksWords(hiddenChecks)} />
        </p>
      )}
    </>
  );
}

function CheckItem(check: Check): JSX.Element {
  const { name, visibility, why, points, maxPoints } = check;
  const look = lookOf(check);
  return (
    <li class={`student-item student-${look}`}>
      <StateMark sign={CHECK_WORDS[look].sign} words={CHECK_WORDS[look]} />
      <span class="student-name">{shown(name, NAME_MAX)}</span>
      <span class="student-soft">
        <Say words={pointsWords(points, maxPoints)} />
        {visibility === 'hidden' && (
          <>
            {' · '}
            <Say words={STUDENT_WORDS.hiddenCheck} />
          </>
        )}
      </span>
      {why !== '' && <p class="student-why">{shown(why, WHY_MAX)}</p>}
    </li>
  );
}
