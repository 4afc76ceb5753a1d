/** Each student's verdict of each check; the page's script lets it be sorted by any column. */
import type { JSX } from 'preact';
import type { StudentResult } from '../../../grade/model/result';
import { CHECK_WORDS, type CheckLook } from '../../words/check-words';
import { CLASS_WORDS } from '../../words/class-words';
import { Say } from '../../words/say';
import { matrixTasks } from './matrix-columns';
import { MatrixHead } from './matrix-head';
import { MatrixRow } from './matrix-row';
import type { People } from './person';

interface MatrixViewProps {
  readonly results: readonly StudentResult[];
  readonly people: People;
}

const LOOKS: readonly CheckLook[] = ['held', 'part', 'violated', 'open'];

export function MatrixView({ results, people }: MatrixViewProps): JSX.Element {
  const tasks = matrixTasks(results);
  const checks = tasks.flatMap((task) => task.checks.map(({ id }) => id));
  return (
    <div>
      <h2 id="matrix">
        <Say words={CLASS_WORDS.matrix} />
      </h2>
      <p class="whole-legend">
        {LOOKS.map((look) => (
          <span key={look} class={`whole-${look}`}>
            <span aria-hidden="true">{CHECK_WORDS[look].sign}</span>{' '}
            <Say words={CHECK_WORDS[look]} />
          </span>
        ))}
        <span>
          <span aria-hidden="true">◇</span> <Say words={CLASS_WORDS.hidden} />
        </span>
        <span class="whole-sort-how" hidden>
          <Say words={CLASS_WORDS.sortHow} />
        </span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by keys */}
      <section class="whole-scroll" aria-labelledby="matrix" tabIndex={0}>
        <table class="whole-matrix" data-sortable="">
          <MatrixHead tasks={tasks} />
          <tbody>
            {results.map((result) => (
              <MatrixRow key={result.student} result={result} checks={checks} people={people} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
