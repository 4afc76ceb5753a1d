/**
 * What is said of one scenario that two drivers were given.
 */
import type { Account } from './account';
import { type Difference, firstDifference } from './difference';

export interface ScenarioOnDriver {
  readonly driver: string;
  readonly verdict: 'held' | 'violated' | 'not established';
  /** Why it did not hold. */
  readonly why: string;
  /** `undefined` where the scenario never got so far as to have a cluster. */
  readonly account: Account | undefined;
}

export type Comparison =
  | { readonly kind: 'same' }
  | { readonly kind: 'differs'; readonly difference: Difference }
  | { readonly kind: 'not comparable'; readonly why: string };

/** Who could not see something says nothing of the network, neither alike nor different. */
export function compareScenarios(one: ScenarioOnDriver, other: ScenarioOnDriver): Comparison {
  const unseen = notSeenBy(one) ?? notSeenBy(other);
  if (unseen !== undefined) return { kind: 'not comparable', why: unseen };
  if (one.account === undefined || other.account === undefined) {
    return { kind: 'not comparable', why: 'the scenario asked nothing of a cluster' };
  }
  const difference =
    firstDifference(one.account, other.account) ?? differenceOfVerdicts(one, other);
  return difference === undefined ? { kind: 'same' } : { kind: 'differs', difference };
}

function notSeenBy({ driver, verdict, why, account }: ScenarioOnDriver): string | undefined {
  const unseen = account?.answers.find(({ notObserved }) => notObserved !== undefined);
  if (unseen !== undefined) return `${driver}: ${unseen.notObserved}`;
  return verdict === 'not established' ? `${driver}: ${why}` : undefined;
}

function differenceOfVerdicts(
  one: ScenarioOnDriver,
  other: ScenarioOnDriver,
): Difference | undefined {
  if (one.verdict === other.verdict) return undefined;
  return { where: 'the verdict', values: [one.verdict, other.verdict], rows: [one.why, other.why] };
}
