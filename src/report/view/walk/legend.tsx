/** What the lines of the picture mean. */
import type { JSX } from 'preact';
import { Say } from '../../words/say';
import { ROLE_WORDS } from '../../words/walk-words';

export function Legend(): JSX.Element {
  return (
    <ul class="walk-legend">
      {(['request', 'reply'] as const).map((role) => (
        <li key={role} class={`walk-${role}`}>
          <svg viewBox="0 0 34 8" width={34} height={8} aria-hidden="true">
            <path class="walk-way" d="M0 4H34" />
          </svg>
          <Say words={ROLE_WORDS[role]} />
        </li>
      ))}
    </ul>
  );
}
