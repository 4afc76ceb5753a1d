/**
 * What a history remembers of a scenario and of its run: enough to say what changed. Data only.
 */
import type { Judge, VerdictName } from '../model/verdict';

export interface PastScenario {
  /** `features/nat/outgoing.feature`. */
  readonly uri: string;
  /** The name of its feature. */
  readonly feature: string;
  readonly name: string;
  /** Of the scenario, or of its row under Examples. */
  readonly line: number;
  readonly verdict: VerdictName;
  /** Why it did not hold; empty where it held. */
  readonly why: string;
  /** With their keywords; rows of tables and lines of texts stand below their sentence. */
  readonly sentences: readonly string[];
  /** The scenario on the page of its run: `history/before/index.html#…`. */
  readonly link: string;
}

export interface PastRun {
  /** As the command was given it: `old/messages.ndjson`. */
  readonly name: string;
  readonly judge?: Judge;
  /** Its own page: `history/before/index.html`. */
  readonly page: string;
  /** ISO 8601. */
  readonly startedAt?: string;
  readonly scenarios: readonly PastScenario[];
}
