/**
 * What a scenario leaves for its report beside its steps: the lab, what became of each thing that was sent,
 * and the capture.
 */
import type { Inventory } from '../../src/driver/driver';
import type { Outcome } from '../../src/driver/stimulus';
import { attachmentsOf } from '../../src/report/gather/attachments';
import type { Exchange } from '../../src/report/gather/exchange';
import { familyOf } from '../../src/trace/pieces';
import type { Trace } from '../../src/trace/trace';
import { isAnswered, repliesOf, requestsOf } from './exchange';
import { typedForm } from './typed-form';

/** What a scenario leaves behind for its report. */
export interface Evidence {
  readonly inventory: Inventory;
  readonly outcomes: readonly Outcome[];
}

/** Where attachments go; Cucumber's World is one. Names are what a page shows that knows no better. */
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
  const { kind, traces, frames, output, changes = [], stimulus } = outcome;
  const requests = kind === 'arping' ? traces.slice(0, 1) : requestsOf(outcome);
  const answered = isAnswered(outcome);
  const lost = answered ? undefined : requests.find((trace) => !replyTo(trace, outcome));
  // A traceroute loses all but its last on purpose.
  const request = kind === 'traceroute' ? requests.at(-1) : (lost ?? requests[0]);
  return {
    kind,
    title: typedForm(stimulus),
    from: stimulus.from,
    isAnswered: answered,
    output,
    changes,
    request,
    reply: request && replyTo(request, outcome),
    requests,
    replies: repliesOf(outcome),
    traces,
    frames,
  };
}

function replyTo(request: Trace, outcome: Outcome): Trace | undefined {
  if (outcome.kind === 'arping') return outcome.traces.find(({ sent }) => isArpReply(sent));
  const family = familyOf(request, outcome.traces);
  return repliesOf(outcome).find(({ cause }) => cause !== undefined && family.has(cause));
}

function isArpReply(sent: Trace['sent']): boolean {
  return sent.kind === 'frame' && sent.payload.kind === 'arp' && sent.payload.operation === 'reply';
}
