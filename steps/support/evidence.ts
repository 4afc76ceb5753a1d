/**
 * What a report shows of a scenario beside its steps: the lab, the traces, the captures.
 */
import type { Inventory } from '../../src/driver/driver';
import type { Outcome } from '../../src/driver/stimulus';

/** What a scenario leaves behind for its report. */
export interface Evidence {
  readonly driver: string;
  readonly inventory: Inventory;
  readonly outcomes: readonly Outcome[];
  /** Whether the scenario was violated or not established. */
  readonly failed: boolean;
}

/** Attaches what the report is made from. */
export function attachEvidence(
  _world: { attach(data: string, mediaType: string): void; log(text: string): void },
  _evidence: Evidence,
): void {}
