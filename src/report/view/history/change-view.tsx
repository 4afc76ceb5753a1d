/** One change of a history: the scenario, its verdict before and after, why, and which sentences changed. */
import type { JSX } from 'preact';
import type { Change } from '../../history/changes';
import type { PastScenario } from '../../history/past-scenario';
import { HISTORY_WORDS } from '../../words/history-words';
import { Say, type Wording } from '../../words/say';
import { shown } from '../../words/shown';
import { VERDICT_WORDS } from '../../words/verdict-words';

const NAME_MAX = 500;
const SENTENCE_MAX = 2_000;
const WHY_MAX = 4_000;

export function ChangeView({ change }: { readonly change: Change }): JSX.Element | null {
  const { before, after, sentences } = change;
  const scenario = after ?? before;
  if (scenario === undefined) return null;
  const why = after?.why ?? '';
  return (
    <article class="history-change">
      <h3>{shown(scenario.name, NAME_MAX)}</h3>
      <p class="history-where">
        {shown(`${scenario.uri}:${scenario.line}`, NAME_MAX)}
        {before !== undefined && before.name !== scenario.name && (
          <span>
            {' · '}
            <Say words={HISTORY_WORDS.wasCalled} /> {shown(before.name, NAME_MAX)}
          </span>
        )}
      </p>
      <p class="history-verdicts">
        {before && <End words={HISTORY_WORDS.before} scenario={before} />}
        {before && after && <span aria-hidden="true">→</span>}
        {after && <End words={HISTORY_WORDS.after} scenario={after} />}
      </p>
      {why !== '' && <pre class="history-why">{shown(why, WHY_MAX)}</pre>}
      <Sentences sentences={sentences} />
    </article>
  );
}

/** One end of a change: the verdict there, and the way to the scenario on its run's page. */
function End({
  words,
  scenario: { verdict, link },
}: {
  readonly words: Wording;
  readonly scenario: PastScenario;
}): JSX.Element {
  const { sign } = VERDICT_WORDS[verdict];
  return (
    <a class={`history-end history-${verdict.replace(' ', '-')}`} href={link}>
      <Say words={words} />: <span aria-hidden="true">{sign}</span>{' '}
      <Say words={VERDICT_WORDS[verdict]} />
    </a>
  );
}

function Sentences({ sentences }: Pick<Change, 'sentences'>): JSX.Element | null {
  if (sentences.length === 0) return null;
  return (
    <ul class="history-sentences">
      {sentences.map(({ kind, text }, at) => (
        <li key={at} class={`history-${kind}`}>
          <span aria-hidden="true">{kind === 'gone' ? '−' : '+'}</span>{' '}
          <span class="hidden-words">
            <Say words={HISTORY_WORDS[kind]} />
          </span>{' '}
          {kind === 'gone' ? (
            <del>{shown(text, SENTENCE_MAX)}</del>
          ) : (
            <ins>{shown(text, SENTENCE_MAX)}</ins>
          )}
        </li>
      ))}
    </ul>
  );
}
