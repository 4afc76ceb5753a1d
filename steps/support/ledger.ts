/**
 * What a scenario did and saw, written down as it happens, so that at the end one can say whether its
 * assertions could have failed at all (see verdict.ts). Append-only; holds no opinion.
 */
import type { Driver } from '../../src/driver/driver';
import type { Outcome } from '../../src/driver/stimulus';

/** What an assertion can rest on: a table, what became of packets, or what was typed and sent none. */
export type Question = keyof Driver | 'outcome' | 'typed';

/** Something a scenario did or saw. */
export type LedgerEntry =
  /** A `When` was carried out. */
  | { readonly kind: 'stimulus' }
  /** Packets were sent; by a `When`, or by a `Given` that tries the network first. */
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  /** A `Then` (or a precondition) looked at so many things: frames, rows, rules, lines. */
  | { readonly kind: 'look'; readonly what: string; readonly count: number }
  /** Something was seen that a dead network, or a misspelt name, could not have shown. */
  | { readonly kind: 'shown'; readonly subject: string }
  /** A negative assertion held; it proves nothing unless `subject` is shown somewhere as well. */
  | { readonly kind: 'claim'; readonly subject: string; readonly advice: string }
  /** A `Then` asked the driver this, or for what came of the last stimulus, while it judged. */
  | { readonly kind: 'question'; readonly question: Question }
  /** A `Then` held. */
  | { readonly kind: 'assertion' };

export class Ledger {
  readonly #entries: LedgerEntry[] = [];

  add(entry: LedgerEntry): void {
    this.#entries.push(entry);
  }

  get entries(): readonly LedgerEntry[] {
    return this.#entries;
  }

  has(kind: LedgerEntry['kind']): boolean {
    return this.#entries.some((entry) => entry.kind === kind);
  }

  /** How many things were looked at so far. */
  get looks(): number {
    return this.#entries.reduce((sum, entry) => sum + (entry.kind === 'look' ? entry.count : 0), 0);
  }

  /** What the assertions that held asked, each once. */
  get questions(): readonly Question[] {
    return [
      ...new Set(this.#entries.flatMap((it) => (it.kind === 'question' ? [it.question] : []))),
    ];
  }

  get outcomes(): readonly Outcome[] {
    return this.#entries.flatMap((entry) => (entry.kind === 'outcome' ? [entry.outcome] : []));
  }
}
