/** What did not hold, and why: before anything else, the same reason once. */
import type { JSX } from 'preact';
import { OVERVIEW_WORDS, scenarioCountWords } from '../../words/overview-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { VERDICT_WORDS } from '../../words/verdict-words';
import { type FailureGroup, failureGroups } from './failure-groups';
import type { ScenarioEntry } from './scenario-entry';

const NAME_MAX = 300;

export function Failures({
  entries,
}: {
  readonly entries: readonly ScenarioEntry[];
}): JSX.Element | null {
  const groups = failureGroups(entries);
  if (groups.length === 0) return null;
  return (
    <section class="overview-failures" aria-labelledby="failures">
      <h2 id="failures">
        <Say words={OVERVIEW_WORDS.failures} />
      </h2>
      {groups.map((group, at) => (
        <Group key={at} {...group} />
      ))}
    </section>
  );
}

function Group({ verdict, why, cause, entries }: FailureGroup): JSX.Element {
  const { sign, ...words } = VERDICT_WORDS[verdict];
  return (
    <div class="overview-group" data-verdict={verdict}>
      <h3 class="overview-why">
        <span aria-hidden="true">{sign}</span> <Say words={words} />:{' '}
        {why === '' ? <Say words={OVERVIEW_WORDS.noReason} /> : shown(why, NAME_MAX)}
      </h3>
      {cause !== '' && <p class="overview-cause">{shown(cause, NAME_MAX)}</p>}
      {entries.length > 1 && (
        <p class="overview-soft">
          <Say words={scenarioCountWords(entries.length)} />
        </p>
      )}
      <ul>
        {entries.map(({ id, name, uri, line }) => (
          <li key={id}>
            <a href={`#${id}`}>{shown(name, NAME_MAX)}</a>{' '}
            <span class="overview-soft">
              {shown(uri, NAME_MAX)}:{line}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
