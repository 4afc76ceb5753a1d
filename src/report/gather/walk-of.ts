/**
 * What became of one stimulus, as data for a report (`Walk`), from the traces and frames of its outcome.
 */
import { describeChange } from '../../host/describe-change';
import type { Fate, Trace } from '../../trace/trace';
import { whyLost } from '../../trace/why-lost';
import type { Walk, WalkFate, WalkPacket } from '../model/walk';
import type { Exchange } from './exchange';
import { FramePlaces } from './frame-places';
import { PacketLines } from './packet-lines';
import { messagesOf } from './walk-messages';
import { type Telling, walkSteps } from './walk-steps';

/**
 * @param number which of the scenario's stimuli it is, from 1
 * @param firstFrame the place of its first frame in the capture of the scenario, from 0
 */
export function walkOf(exchange: Exchange, number: number, firstFrame: number): Walk {
  const { kind, title, from, isAnswered, output, changes, request, reply } = exchange;
  const places = new FramePlaces(exchange.frames, firstFrame);
  const telling = { lines: new PacketLines(), places };
  const roles = rolesOf(exchange);
  const packets = exchange.traces.map((trace) => packetOf(trace, roles, telling));
  const loss = isAnswered ? undefined : whyLost(exchange.traces);
  return {
    number,
    kind,
    title,
    from,
    isAnswered,
    ...(loss === undefined ? {} : { loss }),
    output,
    changes: changes.map(describeChange),
    ...(request === undefined ? {} : { request: request.id }),
    ...(reply === undefined ? {} : { reply: reply.id }),
    packets,
    messages: messagesOf(packets, (frame) => places.timeOf(frame)),
  };
}

function packetOf(
  trace: Trace,
  roles: ReadonlyMap<number, WalkPacket['role']>,
  telling: Telling,
): WalkPacket {
  const { id, cause, sent } = trace;
  return {
    id,
    ...(cause === undefined ? {} : { cause }),
    summary: telling.lines.of(sent),
    role: roles.get(id) ?? 'other',
    hops: trace.hops.map((hop) => ({
      host: hop.host,
      atUs: hop.atUs,
      steps: walkSteps(id, hop, telling),
    })),
    fate: walkFate(trace.fate),
  };
}

function walkFate(fate: Fate | undefined): WalkFate {
  return fate ?? { kind: 'under way' };
}

/** A piece of a packet has the role of the whole. */
function rolesOf({ traces, requests, replies }: Exchange): ReadonlyMap<number, WalkPacket['role']> {
  const roles = new Map<number, WalkPacket['role']>();
  for (const { id } of requests) roles.set(id, 'request');
  for (const { id } of replies) roles.set(id, 'reply');
  const split = new Set(traces.filter(({ fate }) => fate?.kind === 'split').map(({ id }) => id));
  for (const { id, cause, sent } of traces) {
    if (roles.has(id)) continue;
    if (sent.kind === 'frame' && sent.payload.kind === 'arp') roles.set(id, 'arp');
    else if (isError(sent)) roles.set(id, 'error');
    else if (cause !== undefined && split.has(cause)) roles.set(id, roles.get(cause) ?? 'other');
  }
  return roles;
}

function isError(sent: Trace['sent']): boolean {
  const packet = sent.kind === 'frame' ? sent.payload : sent;
  return packet.kind === 'ipv4' && packet.payload.kind === 'icmp-error';
}
