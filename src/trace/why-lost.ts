/**
 * Says in one sentence where and why a conversation died: its request, or the answer to it.
 */
import { describeFate } from './describe-fate';
import { addressPair, innermostPacket } from './packet-of';
import { endOf, familyOf } from './pieces';
import type { Fate, Trace } from './trace';

/**
 * @param traces everything that was sent in the time of the conversation, in order
 * @returns `undefined` where nothing was sent, or where the first request was answered
 */
export function whyLost(traces: readonly Trace[]): string | undefined {
  const request = traces.find(({ cause, sent }) => cause === undefined && innermostPacket(sent));
  if (request === undefined) return undefined;
  const end = endOf(request, traces);
  if (end?.kind !== 'delivered') return `the request ${wentTo(request, end)}`;
  const reply = replyTo(request, traces);
  if (reply === undefined) {
    return `the request arrived on ${end.host}, which did not answer${silence(request, traces)}`;
  }
  const replyEnd = endOf(reply, traces);
  if (replyEnd?.kind === 'delivered') return undefined;
  return `the request arrived on ${end.host}, but the reply ${wentTo(reply, replyEnd)}`;
}

/** What answers the request: not a complaint of a host on its way. */
function replyTo(request: Trace, traces: readonly Trace[]): Trace | undefined {
  const family = familyOf(request, traces);
  return traces.find(({ id, cause, sent }) => {
    if (cause === undefined || !family.has(cause) || family.has(id)) return false;
    const packet = innermostPacket(sent);
    return packet !== undefined && packet.payload.kind !== 'icmp-error';
  });
}

/** What the receiver says of why it is silent. */
function silence(request: Trace, traces: readonly Trace[]): string {
  const family = familyOf(request, traces);
  const last = traces.filter(({ id }) => family.has(id)).at(-1);
  const steps = last?.hops.at(-1)?.steps ?? [];
  const notes = steps.flatMap((step) => (step.kind === 'note' ? [step.text] : []));
  return notes.map((note) => `; ${note}`).join('');
}

function wentTo({ sent }: Trace, fate: Fate | undefined): string {
  const packet = innermostPacket(sent);
  const name = packet === undefined ? '' : `${addressPair(packet)} `;
  return `${name}${fate?.kind === 'dropped' ? 'was' : 'is'} ${describeFate(fate)}`;
}
