/** The route that was found, and those that it beat. */
import type { JSX } from 'preact';
import type { WalkStep } from '../../model/walk';
import { DECISIONS_WORDS } from '../../words/decisions-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { whyBeaten } from './why-beaten';

const ROUTE_MAX = 500;

type RouteLookup = Extract<WalkStep, { readonly kind: 'route' }>;

export function RouteStep({ step }: { readonly step: RouteLookup }): JSX.Element {
  const { destination, route, beaten } = step;
  return (
    <>
      <p>
        <Say words={DECISIONS_WORDS.destination} /> <code>{shown(destination, ROUTE_MAX)}</code>
      </p>
      <table class="decisions-routes">
        <caption class="hidden-words">
          <Say words={DECISIONS_WORDS.candidates} />
        </caption>
        <tbody>
          <tr class="decisions-chosen">
            <th scope="row">
              <span aria-hidden="true">✔</span> <Say words={DECISIONS_WORDS.chosen} />
            </th>
            <td>
              <code>{shown(route, ROUTE_MAX)}</code>
            </td>
            <td />
          </tr>
          {beaten.map((loser, at) => (
            <Beaten key={at} winner={route} loser={loser} />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface BeatenProps {
  readonly winner: string;
  readonly loser: string;
}

function Beaten({ winner, loser }: BeatenProps): JSX.Element {
  const why = whyBeaten(winner, loser);
  return (
    <tr class="decisions-beaten">
      <th scope="row">
        <span aria-hidden="true">–</span> <Say words={DECISIONS_WORDS.beaten} />
      </th>
      <td>
        <code>
          <s>{shown(loser, ROUTE_MAX)}</s>
        </code>
      </td>
      <td>{why && <Say words={why} />}</td>
    </tr>
  );
}
