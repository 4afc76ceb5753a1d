/** The checks that the fewest got right. */
import type { JSX } from 'preact';
import { type CheckShare, shareHeld } from '../../../grade/class/statistics';
import { CLASS_WORDS } from '../../words/class-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';

/** All of them are in the matrix. */
const ROWS_MAX = 10;
const NAME_MAX = 200;
const BAR = { width: 100, height: 8 } as const;

export function HardestView({ hardest }: { readonly hardest: readonly CheckShare[] }): JSX.Element {
  return (
    <section aria-labelledby="hardest">
      <h2 id="hardest">
        <Say words={CLASS_WORDS.hardest} />
      </h2>
      <table class="whole-table">
        <thead>
          <tr>
            <th scope="col">
              <Say words={CLASS_WORDS.check} />
            </th>
            <th scope="col">
              <Say words={CLASS_WORDS.heldBy} />
            </th>
          </tr>
        </thead>
        <tbody>
          {hardest.slice(0, ROWS_MAX).map((share) => (
            <HardRow key={share.check.id} share={share} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HardRow({ share }: { readonly share: CheckShare }): JSX.Element {
  const { check, held, violated, open } = share;
  return (
    <tr>
      <th scope="row" title={shown(check.id, NAME_MAX)}>
        {shown(check.name, NAME_MAX)}
      </th>
      <td>
        {Math.round(shareHeld(share) * 100)}&nbsp;%{' '}
        <span class="whole-soft">
          ({held}/{held + violated + open})
        </span>
        <svg
          class="whole-share"
          viewBox={`0 0 ${BAR.width} ${BAR.height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <rect class="whole-share-all" width={BAR.width} height={BAR.height} />
          <rect class="whole-bar" width={BAR.width * shareHeld(share)} height={BAR.height} />
        </svg>
      </td>
    </tr>
  );
}
