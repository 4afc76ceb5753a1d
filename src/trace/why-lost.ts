/**
 * Says in one sentence where and why a conversation died: its request, or the answer to it.
 */
import { formatIpv4 } from '../addr/ipv4';
import { describeFate } from './describe-fate';
import { addressPair, innermostPacket } from './packet-of';
import { endOf, familyOf } from './pieces';
import { remarksOf } from './remarks';
import type { Fate, Trace } from './trace';

/**
 * @param traces everything that was sent in the time of the conversation, in order
 * @returns of the first request that was lost; `undefined` where all were answered or nothing was sent
 */
export function whyLost(traces: readonly Trace[]): string | undefined {
  for (const trace of traces) {
    if (trace.cause !== undefined || innermostPacket(trace.sent) === undefined) continue;
    const why = whyRequestLost(trace, traces);
    if (why !== undefined) return why;
  }
  return undefined;
}

function whyRequestLost(request: Trace, traces: readonly Trace[]): string | undefined {
  const end = endOf(request, traces);
  if (end?.kind !== 'delivered') return `the request ${wentTo(request, end)}`;
  const reply = replyTo(request, traces);
  if (reply === undefined) {
    return `the reply never left ${end.host}${addressOf(request)}: ${silence(request, traces)}`;
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

/** What the receiver noted of why it is silent. */
function silence(request: Trace, traces: readonly Trace[]): string {
  const family = familyOf(request, traces);
  const last = traces.filter(({ id }) => family.has(id)).at(-1);
  const remarks = remarksOf(last).map((remark) => remark.replace(/^no reply: /, ''));
  return remarks.join('; ') || 'nothing there answers';
}

function addressOf({ sent }: Trace): string {
  const packet = innermostPacket(sent);
  return packet === undefined ? '' : ` (${formatIpv4(packet.destination)})`;
}

function wentTo({ sent }: Trace, fate: Fate | undefined): string {
  const packet = innermostPacket(sent);
  const name = packet === undefined ? '' : `${addressPair(packet)} `;
  return `${name}${fate?.kind === 'dropped' ? 'was' : 'is'} ${describeFate(fate)}`;
}
