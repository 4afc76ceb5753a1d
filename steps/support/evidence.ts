/**
 * What a report shows of a scenario beside its steps: the lab with the packet's way, the hops, the
 * capture, and in one sentence where a packet was lost.
 */
import type { Inventory } from '../../src/driver/driver';
import type { Outcome } from '../../src/driver/stimulus';
import { attachmentsOf, type Exchange } from '../../src/report/evidence';
import { familyOf } from '../../src/trace/pieces';
import type { Trace } from '../../src/trace/trace';
import { isAnswered, repliesOf, requestsOf } from './exchange';

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

/** The first request that was not answered is of more interest than those that were. */
function exchangeOf(outcome: Outcome): Exchange {
  const { traces, frames, changes } = outcome;
  const requests = outcome.kind === 'arping' ? traces.slice(0, 1) : requestsOf(outcome);
  const answered = isAnswered(outcome);
  const lost = answered ? undefined : requests.find((trace) => !replyTo(trace, outcome));
  // A traceroute loses all but its last on purpose.
  const request = outcome.kind === 'traceroute' ? requests.at(-1) : (lost ?? requests[0]);
  const reply = request && replyTo(request, outcome);
  const exchange = { request, reply, traces, frames, isAnswered: answered };
  return changes === undefined ? exchange : { ...exchange, changes };
}

function replyTo(request: Trace, outcome: Outcome): Trace | undefined {
  if (outcome.kind === 'arping') return outcome.traces.find(({ sent }) => isArpReply(sent));
  const family = familyOf(request, outcome.traces);
  return repliesOf(outcome).find(({ cause }) => cause !== undefined && family.has(cause));
}

function isArpReply(sent: Trace['sent']): boolean {
  return sent.kind === 'frame' && sent.payload.kind === 'arp' && sent.payload.operation === 'reply';
}
