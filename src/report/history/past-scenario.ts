/**
 * What a history remembers of a scenario and of its run: enough to say what changed. Data only.
 */
import type { VerdictName } from '../model/verdict';
import type { RunFacts } from '../read/run-facts';

export interface PastScenario {
  /** `features/nat/outgoing.feature`. */
  readonly uri: string;
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
  /** Its own page: `history/before/index.html`. */
  readonly page: string;
  readonly facts: RunFacts;
  readonly scenarios: readonly PastScenario[];
}
