/** Who judged, with what, when and for how long. */
import type { JSX } from 'preact';
import type { RunFacts } from '../../read/run-facts';
import { OVERVIEW_WORDS } from '../../words/overview-words';
import { durationText } from '../../words/page-words';
import { Say, type Wording } from '../../words/say';
import { shown } from '../../words/shown';

const TEXT_MAX = 500;

export function RunFactsView({ facts }: { readonly facts: RunFacts }): JSX.Element {
  const { drivers, seeds, versions, programs, startedAt, durationMs } = facts;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">
        <Say words={OVERVIEW_WORDS.facts} />
      </h2>
      <dl class="overview-facts">
        <Fact words={OVERVIEW_WORDS.driver} values={drivers} />
        <Fact words={OVERVIEW_WORDS.seed} values={seeds.map(String)} />
        <Fact words={OVERVIEW_WORDS.version} values={versions} />
        <Fact words={OVERVIEW_WORDS.programs} values={programs} />
        {startedAt !== undefined && (
          <Fact words={OVERVIEW_WORDS.startedAt} values={[timeText(startedAt)]} isTime={true} />
        )}
        {durationMs > 0 && (
          <Fact words={OVERVIEW_WORDS.duration} values={[durationText(durationMs)]} isTime={true} />
        )}
      </dl>
    </section>
  );
}

interface FactProps {
  readonly words: Wording;
  readonly values: readonly string[];
  /** Whether it differs from run to run whatever is run. */
  readonly isTime?: boolean;
}

function Fact({ words, values, isTime = false }: FactProps): JSX.Element | null {
  if (values.length === 0) return null;
  const value = shown(values.join(', '), TEXT_MAX);
  return (
    <div>
      <dt>
        <Say words={words} />
      </dt>
      <dd>{isTime ? <time>{value}</time> : value}</dd>
    </div>
  );
}

/** @param instant ISO 8601 */
function timeText(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}
