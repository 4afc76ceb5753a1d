/**
 * Says where each packet of an exchange ended, for messages: never "timed out", always a place.
 */
import { formatIpv4 } from '../../src/addr/ipv4';
import type { Outcome } from '../../src/driver/stimulus';
import { describeChange } from '../../src/host/describe-change';
import { describeFate } from '../../src/trace/describe-fate';
import { describeTrace } from '../../src/trace/describe-trace';
import type { Trace } from '../../src/trace/trace';
import {
  endsOf,
  fateOf,
  type Leg,
  repliesOf,
  requestsOf,
  tracesOf,
  whyNoReply,
} from '../support/exchange';
import { spoken } from '../support/references';

/** `the ping from pod1 to 172.16.158.2`. */
export function nameOf(outcome: Outcome): string {
  const { stimulus } = outcome;
  const { from, to } = endsOf(outcome);
  const noun =
    stimulus.kind === 'connect'
      ? `${stimulus.protocol.toUpperCase()} connection`
      : NOUN[outcome.kind];
  if (to === undefined) return `the ${noun} on ${spoken(from)}`;
  return `the ${noun} from ${spoken(from)} to ${formatIpv4(to)}`;
}

const NOUN: Readonly<Record<Outcome['kind'], string>> = {
  ping: 'ping',
  traceroute: 'traceroute',
  arping: 'ARP request',
  connect: 'connection',
  inject: 'packet',
  command: 'command',
};

/** One line for each request: where it ended, or where its reply did. */
export function whereLost(outcome: Outcome): readonly string[] {
  if (outcome.kind === 'ping' && outcome.localErrors.length > 0) {
    return outcome.localErrors.map((text) => `refused by its own host: ${text}`);
  }
  const replies = repliesOf(outcome);
  return requestsOf(outcome).map((request, at) => {
    const fate = fateOf(outcome, request);
    if (fate?.kind !== 'delivered') return `request ${at + 1}: ${describeFate(fate)}`;
    const reply = replies.find((candidate) => candidate.cause === request.id);
    if (reply !== undefined) return `reply ${at + 1}: ${describeFate(fateOf(outcome, reply))}`;
    return `request ${at + 1}: ${describeFate(fate)}, but ${whyNoReply(outcome, request)}`;
  });
}

/** What was changed on the hosts since the exchange before: often the reason. */
export function changesBefore({ changes = [] }: Outcome): readonly string[] {
  return changes.map((change) => `changed since: ${describeChange(change)}`);
}

/** The traces that a reader wants to see: the first of each leg. */
export function storyOf(outcome: Outcome): readonly Trace[] {
  const legs: readonly Leg[] = ['request', 'reply'];
  return legs.flatMap((leg) => tracesOf(outcome, leg).slice(0, 1));
}

/** A message with its traces below it. */
export function withTraces(message: string, traces: readonly Trace[]): string {
  return [message, ...traces.map((trace) => describeTrace(trace))].join('\n\n');
}
