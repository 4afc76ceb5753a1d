/** The head of the matrix: tasks, and below them one heading for each column, by which it is sorted. */
import type { JSX } from 'preact';
import { CLASS_WORDS } from '../../words/class-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import type { MatrixTask } from './matrix-columns';

const NAME_MAX = 120;

export function MatrixHead({ tasks }: { readonly tasks: readonly MatrixTask[] }): JSX.Element {
  return (
    <thead>
      <tr>
        <td colSpan={2} />
        {tasks.map(({ title, checks }, at) => (
          <th key={at} class="whole-task" scope="colgroup" colSpan={checks.length}>
            <Say words={title} />
          </th>
        ))}
      </tr>
      <tr>
        <th scope="col" data-sort="text">
          <Say words={CLASS_WORDS.student} />
        </th>
        <th scope="col" data-sort="number">
          <Say words={CLASS_WORDS.score} />
        </th>
        {tasks.flatMap(({ checks }) =>
          checks.map((check) => <CheckHeading key={check.id} {...check} />),
        )}
      </tr>
    </thead>
  );
}

function CheckHeading({ id, name, visibility }: MatrixTask['checks'][number]): JSX.Element {
  const words = shown(name, NAME_MAX);
  return (
    <th
      scope="col"
      data-sort="verdict"
      class="whole-check"
      title={`${words} (${shown(id, NAME_MAX)})`}
    >
      <span class="whole-check-name">
        {visibility === 'hidden' && (
          <>
            <span aria-hidden="true">◇ </span>
            <span class="hidden-words">
              <Say words={CLASS_WORDS.hidden} />:{' '}
            </span>
          </>
        )}
        {words}
      </span>
    </th>
  );
}
