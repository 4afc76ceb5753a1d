/** What came closest, field by field, with those marked that are not as expected. */
import type { JSX } from 'preact';
import type { FieldMiss, NearestMiss } from '../../model/mismatch';
import { MISMATCH_WORDS } from '../../words/mismatch-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';

const WHAT_MAX = 500;
const VALUE_MAX = 1_000;
const COLUMNS = [MISMATCH_WORDS.field, MISMATCH_WORDS.expected, MISMATCH_WORDS.actual];

export function NearestTable({ nearest }: { readonly nearest: NearestMiss }): JSX.Element {
  return (
    <table class="mismatch-nearest">
      <caption>
        <Say words={MISMATCH_WORDS.nearest} />: {shown(nearest.what, WHAT_MAX)}
      </caption>
      <thead>
        <tr>
          {COLUMNS.map((words, at) => (
            <th key={at} scope="col">
              <Say words={words} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {nearest.fields.map((field, at) => (
          <Field key={at} field={field} />
        ))}
      </tbody>
    </table>
  );
}

function Field({ field }: { readonly field: FieldMiss }): JSX.Element {
  const { name, expected, actual, isSame } = field;
  return (
    <tr class={isSame ? 'mismatch-same' : 'mismatch-differs'}>
      <th scope="row">
        <span aria-hidden="true">{isSame ? '=' : '≠'}</span>{' '}
        <span class="hidden-words">
          <Say words={isSame ? MISMATCH_WORDS.same : MISMATCH_WORDS.differs} />{' '}
        </span>
        {shown(name, WHAT_MAX)}
      </th>
      <td>
        <code>{shown(expected, VALUE_MAX)}</code>
      </td>
      <td>
        <code>{shown(actual, VALUE_MAX)}</code>
      </td>
    </tr>
  );
}
