/**
 * Sentences with their tables and texts, as they were written. The names in angle brackets of an
 * outline's sentences are marked: rows under Examples stand for them.
 */
import type { DataTable, Step } from '@cucumber/messages';
import type { JSX } from 'preact';
import { shown } from '../../words/shown';

/** A sentence is cut there; a text block goes on for longer. */
const SENTENCE_MAX = 2_000;
const TEXT_MAX = 20_000;
const CELL_MAX = 1_000;

interface SpecStepsProps {
  readonly steps: readonly Step[];
  readonly isOutline: boolean;
}

export function SpecSteps({ steps, isOutline }: SpecStepsProps): JSX.Element {
  return (
    <ul class="spec-steps">
      {steps.map(({ keyword, text, dataTable, docString }, at) => (
        <li key={at}>
          <b>{shown(keyword.trim(), SENTENCE_MAX)}</b> <Placeholders text={text} on={isOutline} />
          {dataTable && <SpecTable {...dataTable} />}
          {docString && <pre>{shown(docString.content, TEXT_MAX)}</pre>}
        </li>
      ))}
    </ul>
  );
}

function SpecTable({ rows }: DataTable): JSX.Element {
  return (
    <table class="spec-table">
      <tbody>
        {rows.map(({ cells }, row) => (
          <tr key={row}>
            {cells.map(({ value }, at) => (
              <td key={at}>{shown(value, CELL_MAX)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const PLACEHOLDER = /(<[^<>\n]+>)/;

function Placeholders({ text, on }: { readonly text: string; readonly on: boolean }): JSX.Element {
  const words = shown(text, SENTENCE_MAX);
  if (!on) return <>{words}</>;
  const parts = words.split(PLACEHOLDER);
  return <>{parts.map((part, at) => (at % 2 === 1 ? <var key={at}>{part}</var> : part))}</>;
}
