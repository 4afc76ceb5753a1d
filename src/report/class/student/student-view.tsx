/** What a student gets to know: his score, what to look at in his files, task by task, and the proof. */
import type { JSX } from 'preact';
import type { Feedback } from '../../../grade/feedback/feedback';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { AUDIENCE_WORDS, STUDENT_WORDS } from '../../words/student-words';
import { ScoreView } from './score-view';
import { TaskView } from './task-view';

const NAME_MAX = 200;
const PROBLEM_MAX = 2_000;

export function StudentView({ feedback }: { readonly feedback: Feedback }): JSX.Element {
  const { audience, assignment, state, tasks, problems, digest } = feedback;
  return (
    <main class="student-page" id="content" tabIndex={-1}>
      <p class="student-assignment">
        <b>{shown(assignment, NAME_MAX)}</b>
        {state === 'graded' && (
          <>
            {' · '}
            <Say words={AUDIENCE_WORDS[audience]} />
          </>
        )}
      </p>
      <ScoreView feedback={feedback} />
      <Problems problems={problems} />
      {tasks.map((task, at) => (
        <TaskView key={at} task={task} id={`task-${at + 1}`} />
      ))}
      <section class="student-proof" aria-labelledby="proof">
        <h2 id="proof">
          <Say words={STUDENT_WORDS.proof} />
        </h2>
        <p>
          <code>{shown(digest, NAME_MAX)}</code>
        </p>
        <p class="student-soft">
          <Say words={STUDENT_WORDS.digest} />
        </p>
      </section>
    </main>
  );
}

function Problems({ problems }: Pick<Feedback, 'problems'>): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <section class="student-problems" aria-labelledby="problems">
      <h2 id="problems">
        <Say words={STUDENT_WORDS.problems} />
      </h2>
      <ul>
        {problems.map((problem, at) => (
          <li key={at}>{shown(problem, PROBLEM_MAX)}</li>
        ))}
      </ul>
    </section>
  );
}
