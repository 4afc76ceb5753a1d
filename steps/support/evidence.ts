/**
 * What a report shows of a scenario beside its steps: the lab with the packet's way, the hops, the
 * capture, and in one sentence where a packet was lost.
 */
import type { Inventory } from '../../src/driver/driver';
import type { Outcome } from '../../src/driver/stimulus';
import { attachmentsOf, type Exchange } from '../../src/report/evidence';
import { repliesOf, requestsOf } from './exchange';

/** What a scenario leaves behind for its report. */
export interface Evidence {
  readonly inventory: Inventory;
  readonly outcomes: readonly Outcome[];
}

/** Where attachments go; Cucumber's World is one. Names are what the page shows. */
export interface EvidenceDesk {
  attach(data: string | Buffer, options: { mediaType: string; fileName?: string }): void;
}

/** Attaches what the report is made from. */
export function attachEvidence(desk: EvidenceDesk, { inventory, outcomes }: Evidence): void {
  for (const { data, ...options } of attachmentsOf(inventory, outcomes.map(exchangeOf))) {
    // Cucumber asks for Node's own kind of bytes.
    desk.attach(typeof data === 'string' ? data : Buffer.from(data), options);
  }
}

function exchangeOf(outcome: Outcome): Exchange {
  const [request] = requestsOf(outcome);
  const reply = repliesOf(outcome).find(({ cause }) => cause === request?.id);
  const { traces, frames } = outcome;
  return { request, reply, traces, frames };
}
