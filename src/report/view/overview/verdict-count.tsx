/** How many scenarios came to a verdict, with its sign and its word. */
import type { JSX } from 'preact';
import type { VerdictName } from '../../model/verdict';
import { Say } from '../../words/say';
import { VERDICT_WORDS } from '../../words/verdict-words';

interface VerdictCountProps {
  readonly verdict: VerdictName;
  readonly count: number;
}

export function VerdictCount({ verdict, count }: VerdictCountProps): JSX.Element {
  const { sign, ...words } = VERDICT_WORDS[verdict];
  return (
    <span class={`overview-count overview-${classOf(verdict)}`}>
      <b>{count}</b> <span aria-hidden="true">{sign}</span> <Say words={words} />
    </span>
  );
}

/** `held`, `violated`, `open`: the names of the colours. */
function classOf(verdict: VerdictName): string {
  return verdict === 'not established' ? 'open' : verdict;
}
