/**
 * Held, violated or not established: the three things that can be said of a scenario. An assertion
 * that could not have failed establishes nothing; this is where a scenario is asked whether its could.
 *
 * - Without a stimulus nothing happened; without an assertion nothing was demanded.
 * - A negative assertion ("the ping fails", "nothing is seen") holds on a dead network too. It needs
 *   its control: the same thing shown to be possible elsewhere in the same scenario.
 */
import { AssertionError } from 'chai';
import { NotObservedError, RefusedError } from '../../src/driver/driver';
import type { LedgerEntry } from './ledger';
import { NotEstablishedError } from './not-established';

export interface Verdict {
  readonly verdict: 'held' | 'violated' | 'not established';
  /** One sentence for people; empty where the scenario held. */
  readonly why: string;
}

/** How the steps of a scenario ended: `passed`, an error, or a status that ran nothing. */
export type ScenarioEnd =
  | { readonly kind: 'passed' }
  | { readonly kind: 'error'; readonly error: unknown }
  /** Undefined, ambiguous, pending or skipped. */
  | { readonly kind: 'unfinished'; readonly status: string };

const HELD: Verdict = { verdict: 'held', why: '' };

export function verdictOf(entries: readonly LedgerEntry[], end: ScenarioEnd): Verdict {
  if (end.kind === 'unfinished') return notEstablished(`a step is ${end.status.toLowerCase()}`);
  if (end.kind === 'error') return verdictOfError(end.error);
  if (!has(entries, 'stimulus')) return notEstablished(NO_STIMULUS);
  if (!has(entries, 'assertion')) return notEstablished(NO_ASSERTION);
  return verdictOfClaims(entries);
}

const NO_STIMULUS = 'nothing was done to the cluster; add a When, such as "When pod1 pings pod2"';
const NO_ASSERTION = 'nothing was asserted; add a Then, such as "Then the ping succeeds"';

/** The first claim whose control is missing decides. */
function verdictOfClaims(entries: readonly LedgerEntry[]): Verdict {
  const shown = new Set(
    entries.flatMap((entry) => (entry.kind === 'shown' ? [entry.subject] : [])),
  );
  for (const entry of entries) {
    if (entry.kind === 'claim' && !shown.has(entry.subject)) return notEstablished(entry.advice);
  }
  return HELD;
}

function verdictOfError(error: unknown): Verdict {
  const why = error instanceof Error ? error.message : String(error);
  if (error instanceof AssertionError) return { verdict: 'violated', why };
  // A refused manifest says all by itself where it is wrong.
  const isPlain = [NotEstablishedError, RefusedError, NotObservedError].some(
    (kind) => error instanceof kind,
  );
  if (isPlain) return notEstablished(why);
  // A bug of ours, by its name: nothing was established by it.
  return notEstablished(error instanceof Error ? `${error.name}: ${why}` : why);
}

function has(entries: readonly LedgerEntry[], kind: LedgerEntry['kind']): boolean {
  return entries.some((entry) => entry.kind === kind);
}

function notEstablished(why: string): Verdict {
  return { verdict: 'not established', why };
}
