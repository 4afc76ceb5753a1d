/** What changed between two runs: the runs side by side, how much changed, then each change, what broke first. */
import type { JSX } from 'preact';
import { CHANGE_KINDS, type ChangeKind, type Changes } from '../../history/changes';
import type { PastRun } from '../../history/past-scenario';
import { CHANGE_WORDS, HISTORY_WORDS } from '../../words/history-words';
import { Say } from '../../words/say';
import { ChangeView } from './change-view';
import { RunsTable } from './runs-table';

interface HistoryViewProps extends Changes {
  readonly before: PastRun;
  readonly after: PastRun;
}

export function HistoryView({ before, after, changes, unchanged }: HistoryViewProps): JSX.Element {
  const kinds = CHANGE_KINDS.map((kind) => ({
    kind,
    changes: changes.filter((change) => change.kind === kind),
  })).filter((group) => group.changes.length > 0);
  return (
    <main class="history-page" id="content" tabIndex={-1}>
      <RunsTable before={before} after={after} />
      <ul class="history-totals">
        {kinds.map((group) => (
          <li key={group.kind}>
            <a href={`#${anchorOf(group.kind)}`}>
              <b>{group.changes.length}</b> <Say words={CHANGE_WORDS[group.kind]} />
            </a>
          </li>
        ))}
        <li>
          <b>{unchanged}</b> <Say words={HISTORY_WORDS.unchanged} />
        </li>
      </ul>
      {kinds.length === 0 && (
        <p>
          <Say words={HISTORY_WORDS.nothing} />
        </p>
      )}
      {kinds.map((group) => (
        <section key={group.kind}>
          <h2 id={anchorOf(group.kind)}>
            <Say words={CHANGE_WORDS[group.kind]} />
          </h2>
          {group.changes.map((change, at) => (
            <ChangeView key={at} change={change} />
          ))}
        </section>
      ))}
    </main>
  );
}

function anchorOf(kind: ChangeKind): string {
  return `history-${kind.replaceAll(' ', '-')}`;
}
