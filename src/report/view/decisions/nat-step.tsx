/** Addresses and ports before NAT and after, with those marked that are others now. */
import type { JSX } from 'preact';
import type { WalkStep, WalkTuple } from '../../model/walk';
import { DECISIONS_WORDS } from '../../words/decisions-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';

const ADDRESS_MAX = 100;

type Nat = Extract<WalkStep, { readonly kind: 'nat' }>;

export function NatStep({ step: { before, after } }: { readonly step: Nat }): JSX.Element {
  return (
    <table class="decisions-nat">
      <thead>
        <tr>
          <td />
          <th scope="col">
            <Say words={DECISIONS_WORDS.source} />
          </th>
          <th scope="col">
            <Say words={DECISIONS_WORDS.destination} />
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            <Say words={DECISIONS_WORDS.before} />
          </th>
          <td>
            <code>{sourceOf(before)}</code>
          </td>
          <td>
            <code>{destinationOf(before)}</code>
          </td>
        </tr>
        <tr>
          <th scope="row">
            <Say words={DECISIONS_WORDS.after} />
          </th>
          <After before={sourceOf(before)} after={sourceOf(after)} />
          <After before={destinationOf(before)} after={destinationOf(after)} />
        </tr>
      </tbody>
    </table>
  );
}

interface AfterProps {
  readonly before: string;
  readonly after: string;
}

function After({ before, after }: AfterProps): JSX.Element {
  if (before === after) {
    return (
      <td>
        <code>{after}</code>
      </td>
    );
  }
  return (
    <td>
      <mark class="decisions-changed">
        <span aria-hidden="true">≠ </span>
        <code>{after}</code>
      </mark>{' '}
      <span class="decisions-hint">
        <Say words={DECISIONS_WORDS.changed} />
      </span>
    </td>
  );
}

function sourceOf({ source, sourcePort }: WalkTuple): string {
  return withPort(source, sourcePort);
}

function destinationOf({ destination, destinationPort }: WalkTuple): string {
  return withPort(destination, destinationPort);
}

function withPort(address: string, port: number | undefined): string {
  return shown(port === undefined ? address : `${address}:${port}`, ADDRESS_MAX);
}
