/** A comparison of two texts, line by line, as a unified diff has it. */
import type { JSX } from 'preact';
import { MISMATCH_WORDS } from '../../words/mismatch-words';
import { Say, type Wording } from '../../words/say';
import type { LineChange } from './line-changes';

const SIGNS: Readonly<
  Record<LineChange['kind'], { readonly sign: string; readonly words: Wording }>
> = {
  both: { sign: ' ', words: MISMATCH_WORDS.onBoth },
  expected: { sign: '−', words: MISMATCH_WORDS.onlyExpected },
  actual: { sign: '+', words: MISMATCH_WORDS.onlyActual },
};

export function LineChangesView({ lines }: { readonly lines: readonly LineChange[] }): JSX.Element {
  return (
    <figure class="mismatch-lines">
      <figcaption>
        <Say words={MISMATCH_WORDS.lines} />
        <span class="mismatch-key mismatch-expected">
          − <Say words={MISMATCH_WORDS.onlyExpected} />
        </span>
        <span class="mismatch-key mismatch-actual">
          + <Say words={MISMATCH_WORDS.onlyActual} />
        </span>
      </figcaption>
      <ol>
        {lines.map(({ kind, text }, at) => (
          <li key={at} class={`mismatch-line mismatch-${kind}`}>
            <span aria-hidden="true">{SIGNS[kind].sign} </span>
            <span class="hidden-words">
              <Say words={SIGNS[kind].words} />:{' '}
            </span>
            <code>{text}</code>
          </li>
        ))}
      </ol>
    </figure>
  );
}
