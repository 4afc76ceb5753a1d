/** The student's own scenarios: whether each says something, and something right. */
import type { JSX } from 'preact';
import type { TaskFeedback } from '../../../grade/feedback/feedback';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { STATE_WORDS, STUDENT_WORDS } from '../../words/student-words';
import { scenarioId } from './scenario-id';
import { StateMark } from './state-mark';

const NAME_MAX = 300;
const WHY_MAX = 2_000;

interface ScenarioListProps {
  readonly task: TaskFeedback;
  readonly id: string;
}

export function ScenarioList({ task: { scenarios }, id }: ScenarioListProps): JSX.Element {
  return (
    <>
      <h3>
        <Say words={STUDENT_WORDS.scenarios} />
      </h3>
      {scenarios.length === 0 && (
        <p>
          <Say words={STUDENT_WORDS.noScenarios} />
        </p>
      )}
      {scenarios.length > 0 && (
        <ul class="student-list">
          {scenarios.map(({ where, name, state, why }, at) => (
            <li
              key={at}
              id={scenarioId(id, at)}
              class={`student-item student-${STATE_WORDS[state].look}`}
            >
              <StateMark sign={STATE_WORDS[state].sign} words={STATE_WORDS[state]} />
              <span class="student-name">{shown(name, NAME_MAX)}</span>
              <span class="student-soft">{shown(where, NAME_MAX)}</span>
              <p class="student-why">
                <Say words={STATE_WORDS[state].meaning} />
                {why !== '' && `: ${shown(why, WHY_MAX)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
