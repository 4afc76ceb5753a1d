/**
 * Says in one sentence where and why a conversation died: its request, or the answer to it.
 */
import type { Ipv4Packet } from '../wire/ipv4';
import { describeFate } from './describe-trace';
import { addressPair, innermostPacket } from './packet-of';
import type { Fate, Trace } from './trace';

/**
 * @param traces everything that was sent in the time of the conversation, in order
 * @returns `undefined` where nothing was sent, or where the first request was answered
 */
export function whyLost(traces: readonly Trace[]): string | undefined {
  const request = traces.find((trace) => trace.cause === undefined && packetIn(trace));
  if (request === undefined) return undefined;
  const fate = endOf(request, traces);
  if (fate?.kind !== 'delivered') return `the request ${sentence(request, fate)}`;
  const family = familyOf(request, traces);
  const answer = traces.find((trace) => isCausedBy(trace, family) && answers(trace, request));
  if (answer === undefined) {
    return `the request arrived on ${fate.host}, and nothing answered it there`;
  }
  const end = endOf(answer, traces);
  return end?.kind === 'delivered'
    ? undefined
    : `the request arrived on ${fate.host}, but the reply ${sentence(answer, end)}`;
}

/** Where a packet ended; where it was cut into fragments, the end of the first that was lost. */
export function endOf(trace: Trace, traces: readonly Trace[]): Fate | undefined {
  if (trace.fate?.kind !== 'split' && trace.fate?.kind !== 'merged') return trace.fate;
  const family = familyOf(trace, traces);
  const ends = traces.filter(({ id }) => id !== trace.id && family.has(id)).map(({ fate }) => fate);
  return (
    ends.find((fate) => fate?.kind === 'dropped') ?? ends.find((fate) => fate?.kind === 'delivered')
  );
}

function sentence(trace: Trace, fate: Fate | undefined): string {
  const packet = packetIn(trace);
  const name = packet === undefined ? '' : `${addressPair(packet)} `;
  return fate?.kind === 'dropped' ? `${name}was ${describeFate(fate)}` : `${name}is ${describeFate(fate)}`;
}

const packetIn = (trace: Trace): Ipv4Packet | undefined => innermostPacket(trace.sent);

/** The packet and the pieces that it lived on as: what it caused that goes the same way. */
function familyOf(trace: Trace, traces: readonly Trace[]): ReadonlySet<number> {
  const destination = packetIn(trace)?.destination;
  const family = new Set([trace.id]);
  for (const other of traces) {
    if (isCausedBy(other, family) && packetIn(other)?.destination === destination) {
      family.add(other.id);
    }
  }
  return family;
}

function isCausedBy(trace: Trace, causes: ReadonlySet<number>): boolean {
  return trace.cause !== undefined && causes.has(trace.cause);
}

/** Whether it goes the other way, and is no complaint of a host on the path. */
function answers(trace: Trace, request: Trace): boolean {
  const packet = packetIn(trace);
  if (packet === undefined || packet.payload.kind === 'icmp-error') return false;
  return packet.destination !== packetIn(request)?.destination;
}
