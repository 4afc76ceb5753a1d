/** One student in the matrix. */
import type { JSX } from 'preact';
import { checksOf } from '../../../grade/class/statistics';
import type { StudentResult } from '../../../grade/model/result';
import { CLASS_WORDS } from '../../words/class-words';
import { Say } from '../../words/say';
import { pointsText } from '../../words/student-words';
import { type People, Person } from './person';
import { VerdictCell } from './verdict-cell';

interface MatrixRowProps {
  readonly result: StudentResult;
  /** The ids of the columns. */
  readonly checks: readonly string[];
  readonly people: People;
}

export function MatrixRow({ result, checks, people }: MatrixRowProps): JSX.Element {
  const { student, score } = result;
  const own = new Map(checksOf(result).map((check) => [check.id, check]));
  return (
    <tr>
      <th scope="row">
        <Person student={student} people={people} />
      </th>
      {score === undefined ? (
        <td class="whole-number">
          <Say words={CLASS_WORDS.ungradable} />
        </td>
      ) : (
        <td class="whole-number" data-number={score}>
          {pointsText(score)}
        </td>
      )}
      {checks.map((id) => (
        <VerdictCell key={id} check={own.get(id)} />
      ))}
    </tr>
  );
}
