/**
 * What all sentences that say "it fails" have in common: they demand, log and claim the same.
 */
import type { Outcome } from '../../src/driver/stimulus';
import { nameOf, whereLost } from '../matchers/lost';
import type { Language } from './catalogue';
import { subjectOf } from './exchange';
import { expect } from './matchers';
import { spoken } from './references';
import type { ClusterWorld } from './world';

export function failed(world: ClusterWorld, outcome: Outcome): void {
  expect(outcome).to.be.lost();
  const lines = whereLost(outcome);
  world.looked('packet that was lost', lines.length);
  world.log([`${nameOf(outcome)} fails`, ...lines].join('\n  '));
  claimFailure(world, outcome);
}

const REQUEST: Readonly<Record<Language, string>> = { en: 'request', ko: '요청' };

/** On a dead network everything fails, so a failure needs an exchange of the same two that is alive. */
export function claimFailure(world: ClusterWorld, outcome: Outcome): void {
  const { from } = outcome.stimulus;
  world.claimed(
    subjectOf(outcome),
    `${nameOf(outcome)} would fail on a dead network as well; add a control: ` +
      `${world.quote('given', 'control.ping.pod', spoken(from), '…')} before the change, ` +
      `or say where it died: ${world.quote('and', 'dropped.reason', REQUEST[world.language], 'k8s-w1', '…')}`,
  );
}
