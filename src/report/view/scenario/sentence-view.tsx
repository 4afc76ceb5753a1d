/** A sentence of a scenario with how it went, and with the table or the text that belongs to it. */
import type { JSX } from 'preact';
import type { ReadSentence } from '../../read/read-scenario';
import { statusWords } from '../../words/page-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';

const SENTENCE_MAX = 2_000;
const TEXT_MAX = 20_000;
const CELL_MAX = 1_000;

export function SentenceView(sentence: ReadSentence): JSX.Element {
  const { keyword, text, status, rows, docString } = sentence;
  const { sign, look, ...words } = statusWords(status);
  return (
    <li class={`scenario-sentence scenario-${look}`}>
      <span class="scenario-sign" aria-hidden="true">
        {sign}
      </span>
      <span class="hidden-words">
        <Say words={words} />:{' '}
      </span>
      <b>{shown(keyword, SENTENCE_MAX)}</b>
      {shown(text, SENTENCE_MAX)}
      {rows.length > 0 && <SentenceTable rows={rows} />}
      {docString !== undefined && <pre>{shown(docString, TEXT_MAX)}</pre>}
    </li>
  );
}

function SentenceTable({ rows }: Pick<ReadSentence, 'rows'>): JSX.Element {
  return (
    <table class="scenario-table">
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, at) => (
              <td key={at}>{shown(cell, CELL_MAX)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
