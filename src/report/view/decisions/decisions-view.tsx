/** What one host did with one packet, and why, in order. */
import type { JSX } from 'preact';
import type { Walk } from '../../model/walk';
import { DECISIONS_WORDS, hopWords } from '../../words/decisions-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { groupsOf } from './step-groups';
import { StepView, UntouchedView } from './step-view';

const NAME_MAX = 300;
const SUMMARY_MAX = 1_000;
const MILLISECOND = 1_000;

export interface DecisionsViewProps {
  readonly walk: Walk;
  /** The id of a packet of the walk. */
  readonly packet: number;
  /** A place among its hops, from 0. */
  readonly hop: number;
}

export function DecisionsView({ walk, packet, hop }: DecisionsViewProps): JSX.Element {
  const found = walk.packets.find(({ id }) => id === packet);
  const at = found?.hops[hop];
  if (found === undefined || at === undefined) {
    return (
      <p class="decisions-hint">
        <Say words={DECISIONS_WORDS.gone} />
      </p>
    );
  }
  return (
    <section class="decisions-hop">
      <header class="decisions-head">
        <p>
          <b class="decisions-host">{shown(at.host, NAME_MAX)}</b>{' '}
          <span class="decisions-hint">
            <Say words={hopWords(hop + 1, found.hops.length)} />
            {` · ${(at.atUs / MILLISECOND).toFixed(3)} ms`}
          </span>
        </p>
        <pre class="decisions-line">{shown(found.summary, SUMMARY_MAX)}</pre>
      </header>
      <p class="hidden-words">
        <Say words={DECISIONS_WORDS.steps} />
      </p>
      <ol class="decisions-steps">
        {groupsOf(at.steps).map((group, place) =>
          group.kind === 'step' ? (
            <StepView key={place} step={group.step} />
          ) : (
            <UntouchedView key={place} steps={group.steps} />
          ),
        )}
      </ol>
    </section>
  );
}
