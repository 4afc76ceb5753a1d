/** One task of an assignment: what it got and why, check by check; then the student's own scenarios. */
import type { JSX } from 'preact';
import type { TaskFeedback } from '../../../grade/feedback/feedback';
import { Say } from '../../words/say';
import { decidedWords, pointsWords } from '../../words/student-words';
import { CheckList } from './check-list';
import { FormulaView } from './formula-view';
import { MutantsView } from './mutants-view';
import { ScenarioList } from './scenario-list';

interface TaskViewProps {
  readonly task: TaskFeedback;
  /** What the ids in it begin with. */
  readonly id: string;
}

export function TaskView({ task, id }: TaskViewProps): JSX.Element {
  const { title, points, decided, hidden, maxPoints, formula, scenarios, mutants } = task;
  return (
    <section class="student-task" aria-labelledby={id}>
      <header class="student-task-head">
        <h2 id={id}>
          <Say words={title} />
        </h2>
        <p class="student-task-points">
          <Say words={pointsWords(points, decided)} />
        </p>
      </header>
      {formula !== undefined && <FormulaView formula={formula} isLabelled={true} />}
      {hidden > 0 && (
        <p class="student-soft">
          <Say words={decidedWords(decided, maxPoints, hidden)} />
        </p>
      )}
      <CheckList task={task} />
      {(scenarios.length > 0 || mutants.length > 0) && <ScenarioList task={task} id={id} />}
      {mutants.length > 0 && <MutantsView task={task} id={id} />}
    </section>
  );
}
