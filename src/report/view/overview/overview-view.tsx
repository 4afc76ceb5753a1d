/** What a run came to, before its scenarios: totals, facts, what did not hold, counts, search. */
import type { JSX } from 'preact';
import type { RunFacts } from '../../read/run-facts';
import { OVERVIEW_WORDS } from '../../words/overview-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { Failures } from './failures';
import { type CountedGroup, CountTable, tagGroups } from './overview-tables';
import { RunFactsView } from './run-facts-view';
import { countOf, type ScenarioEntry, VERDICT_ORDER } from './scenario-entry';
import { VerdictCount } from './verdict-count';

const TEXT_MAX = 2_000;

export interface OverviewProps {
  readonly entries: readonly ScenarioEntry[];
  readonly features: readonly CountedGroup[];
  readonly facts: RunFacts;
  /** What is to be said of the run and its driver, a sentence each. */
  readonly remarks: readonly string[];
  /** Features that could not be read, and why. */
  readonly unreadable: readonly string[];
}

export function Overview(props: OverviewProps): JSX.Element {
  const { entries, features, facts, remarks, unreadable } = props;
  const tags = tagGroups(entries);
  return (
    <div class="overview">
      <p class="overview-totals">
        {[...VERDICT_ORDER].reverse().map((verdict) => (
          <VerdictCount key={verdict} verdict={verdict} count={countOf(entries, verdict)} />
        ))}
      </p>
      {remarks.map((remark, at) => (
        <p key={at}>{shown(remark, TEXT_MAX)}</p>
      ))}
      <Unreadable unreadable={unreadable} />
      <Failures entries={entries} />
      <RunFactsView facts={facts} />
      <section aria-labelledby="by-feature">
        <h2 id="by-feature">
          <Say words={OVERVIEW_WORDS.byFeature} />
        </h2>
        <CountTable what="feature" groups={features} />
      </section>
      {tags.length > 0 && (
        <section aria-labelledby="by-tag">
          <h2 id="by-tag">
            <Say words={OVERVIEW_WORDS.byTag} />
          </h2>
          <CountTable what="tag" groups={tags} />
        </section>
      )}
    </div>
  );
}

function Unreadable({ unreadable }: Pick<OverviewProps, 'unreadable'>): JSX.Element | null {
  if (unreadable.length === 0) return null;
  return (
    <section aria-labelledby="unreadable">
      <h2 id="unreadable">
        <Say words={OVERVIEW_WORDS.unreadable} />
      </h2>
      {unreadable.map((text, at) => (
        <pre key={at}>{shown(text, TEXT_MAX)}</pre>
      ))}
    </section>
  );
}
