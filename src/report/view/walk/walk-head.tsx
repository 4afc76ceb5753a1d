/** What was sent, whether it was answered, why not, what it printed, and what had been changed before. */
import type { JSX } from 'preact';
import type { Walk } from '../../model/walk';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { WALK_WORDS } from '../../words/walk-words';
import { spoken } from './spoken';

const TITLE_MAX = 500;
const TEXT_MAX = 20_000;

export function WalkHead({ walk, id }: { readonly walk: Walk; readonly id: string }): JSX.Element {
  const { title, from, isAnswered, loss, output, changes } = walk;
  const words = isAnswered ? WALK_WORDS.answered : WALK_WORDS.notAnswered;
  return (
    <>
      <h4 id={id} class="walk-title">
        <span>{`${shown(spoken(from), TITLE_MAX)}$`}</span>
        <code>{shown(title, TITLE_MAX)}</code>
        <span class={isAnswered ? 'walk-verdict-yes' : 'walk-verdict-no'}>
          <span aria-hidden="true">{isAnswered ? '✔ ' : '✖ '}</span>
          <Say words={words} />
        </span>
      </h4>
      {loss !== undefined && <p class="walk-loss-line">{shown(loss, TITLE_MAX)}</p>}
      {changes.length > 0 && (
        <details class="walk-changes" open>
          <summary>
            <Say words={WALK_WORDS.changes} />
          </summary>
          <pre>{shown(changes.join('\n'), TEXT_MAX)}</pre>
        </details>
      )}
      {output.trim() !== '' && (
        <details class="walk-output">
          <summary>
            <Say words={WALK_WORDS.output} />
          </summary>
          <pre>{shown(output.trimEnd(), TEXT_MAX)}</pre>
        </details>
      )}
    </>
  );
}
