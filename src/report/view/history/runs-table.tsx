/** The two runs of a history side by side: where they come from and how many of each verdict they have. */
import type { JSX } from 'preact';
import type { PastRun } from '../../history/past-scenario';
import type { VerdictName } from '../../model/verdict';
import { HISTORY_WORDS } from '../../words/history-words';
import { Say, type Wording } from '../../words/say';
import { shown } from '../../words/shown';
import { VERDICT_WORDS } from '../../words/verdict-words';

const TEXT_MAX = 300;
const VERDICTS: readonly VerdictName[] = ['violated', 'not established', 'held'];

interface RunsTableProps {
  readonly before: PastRun;
  readonly after: PastRun;
}

export function RunsTable({ before, after }: RunsTableProps): JSX.Element {
  const runs = [before, after];
  return (
    <table class="history-runs">
      <caption class="hidden-words">
        <Say words={HISTORY_WORDS.runs} />
      </caption>
      <thead>
        <tr>
          <td />
          {[HISTORY_WORDS.before, HISTORY_WORDS.after].map((words, at) => (
            <th scope="col" key={at}>
              <Say words={words} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row words={HISTORY_WORDS.messages} cells={runs.map(({ name }) => name)} />
        <Row
          words={HISTORY_WORDS.startedAt}
          cells={runs.map(({ facts }) => timeOf(facts.startedAt))}
        />
        <Row words={HISTORY_WORDS.driver} cells={runs.map(({ facts }) => listOf(facts.drivers))} />
        <Row words={HISTORY_WORDS.seed} cells={runs.map(({ facts }) => listOf(facts.seeds))} />
        <Row
          words={HISTORY_WORDS.version}
          cells={runs.map(({ facts }) => listOf(facts.versions))}
        />
        {VERDICTS.map((verdict) => (
          <Row
            key={verdict}
            words={VERDICT_WORDS[verdict]}
            cells={runs.map(({ scenarios }) => countOf(scenarios, verdict))}
          />
        ))}
        <Row words={HISTORY_WORDS.page} cells={runs.map(({ page }) => <a href={page}>{page}</a>)} />
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly words: Wording;
  readonly cells: readonly (JSX.Element | string | number | undefined)[];
}

function Row({ words, cells }: RowProps): JSX.Element {
  return (
    <tr>
      <th scope="row">
        <Say words={words} />
      </th>
      {cells.map((cell, at) => (
        <td key={at}>{typeof cell === 'string' ? shown(cell, TEXT_MAX) : (cell ?? '–')}</td>
      ))}
    </tr>
  );
}

function countOf(scenarios: PastRun['scenarios'], verdict: VerdictName): number {
  return scenarios.filter((scenario) => scenario.verdict === verdict).length;
}

function listOf(values: readonly (string | number)[]): string | undefined {
  return values.length === 0 ? undefined : values.join(', ');
}

/** `2026-07-01 09:30:00 UTC`. */
function timeOf(iso: string | undefined): string | undefined {
  return iso?.replace(/^(.{10})T(.{8}).*$/, '$1 $2 UTC');
}
