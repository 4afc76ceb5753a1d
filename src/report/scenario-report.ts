/**
 * One scenario as a report tells of it: its verdict, its sentences and how each went, and what it
 * left as evidence. Data only; made from Cucumber's messages by `scenario-reports.ts`.
 */

export type VerdictName = 'held' | 'violated' | 'not established';

export interface ScenarioReport {
  readonly verdict: VerdictName;
  readonly name: string;
  /** `features/nat/outgoing.feature:12`. */
  readonly where: string;
  /** Of the feature that it belongs to. */
  readonly uri: string;
  /** Why it did not hold, in the words of the verdict or of Cucumber; empty where it held. */
  readonly why: string;
  readonly sentences: readonly SentenceReport[];
  readonly evidence: readonly Evidence[];
}

export interface SentenceReport {
  /** With its keyword. */
  readonly text: string;
  /** Cucumber's word in lower case: `passed`, `failed`, `undefined`, `skipped` … */
  readonly status: string;
  readonly rows: readonly (readonly string[])[];
  readonly docString: string | undefined;
}

export type Evidence =
  /** A sentence that a step or the engine said. */
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'picture'; readonly base64: string }
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  /** A pcapng file. */
  | { readonly kind: 'capture'; readonly bytes: Uint8Array };
