/** What the overview knows of a scenario, of which there may be many: a line each. Data only. */
import type { VerdictName } from '../../model/verdict';

export interface ScenarioEntry {
  /** Of its element on the page: `s-nat-outgoing-12`. */
  readonly id: string;
  readonly uri: string;
  readonly line: number;
  readonly name: string;
  readonly tags: readonly string[];
  readonly verdict: VerdictName;
  /** The first line of why it did not hold; empty where it held. */
  readonly why: string;
  /** Where its last unanswered packet was lost, and by what, in one sentence; empty where nobody knows. */
  readonly cause: string;
}

/** In the order in which a reader wants them: what is to be repaired comes first. */
export const VERDICT_ORDER: readonly VerdictName[] = ['violated', 'not established', 'held'];

export function countOf(entries: readonly ScenarioEntry[], verdict: VerdictName): number {
  return entries.filter((entry) => entry.verdict === verdict).length;
}
