/**
 * Reads an outcome as a conversation: which traces are its requests, which answer them, and where
 * the last word was lost.
 */
import { formatIpv4, type Ipv4 } from '../../src/addr/ipv4';
import type { HostName, Outcome } from '../../src/driver/stimulus';
import { innermostPacket } from '../../src/trace/packet-of';
import { endOf } from '../../src/trace/pieces';
import { remarksOf } from '../../src/trace/remarks';
import type { CapturedFrame, Fate, Trace } from '../../src/trace/trace';
import type { Frame } from '../../src/wire/ethernet';
import type { Ipv4Packet } from '../../src/wire/ipv4';

/** Which half of a conversation is meant. */
export type Leg = 'request' | 'reply';

/** The IPv4 packet of a frame or of a device without frames. */
export function packetOf(sent: Frame | Ipv4Packet): Ipv4Packet | undefined {
  if (sent.kind === 'ipv4') return sent;
  return sent.payload.kind === 'ipv4' ? sent.payload : undefined;
}

/** What IPIP or VXLAN carries, or `undefined` for a packet that carries none. */
export function innerOf(packet: Ipv4Packet): Ipv4Packet | undefined {
  const { payload } = packet;
  if (payload.kind === 'ipv4') return payload;
  if (payload.kind === 'udp' && payload.payload.kind === 'vxlan') {
    return packetOf(payload.payload.inner);
  }
  return undefined;
}

/** The packet of the pods, whatever it rides in. */
export function innermostOf(packet: Ipv4Packet): Ipv4Packet {
  return innermostPacket(packet) ?? packet;
}

/** The packets that the stimulus itself sent, in order. */
export function requestsOf(outcome: Outcome): readonly Trace[] {
  return outcome.traces.filter(
    (trace) => trace.cause === undefined && isRequestOf(outcome, packetOf(trace.sent)),
  );
}

/** The packets that answer: echo replies, and whatever a server sent. */
export function repliesOf(outcome: Outcome): readonly Trace[] {
  const requests = new Set(requestsOf(outcome).flatMap((trace) => [...wholeOf(outcome, trace)]));
  return outcome.traces.filter((trace) => {
    const packet = packetOf(trace.sent);
    if (trace.cause === undefined || !requests.has(trace.cause) || packet === undefined)
      return false;
    return !requests.has(trace.id) && packet.payload.kind !== 'icmp-error';
  });
}

export function tracesOf(outcome: Outcome, leg: Leg): readonly Trace[] {
  return leg === 'request' ? requestsOf(outcome) : repliesOf(outcome);
}

/** The frames of one packet at every interface it passed, its fragments' included, in order. */
export function framesOf(outcome: Outcome, trace: Trace): readonly CapturedFrame[] {
  const ids = wholeOf(outcome, trace);
  return outcome.frames.filter((frame) => ids.has(frame.trace) && frame.direction !== 'other');
}

/** Where a packet ended, its fragments' end where it was split. */
export function fateOf(outcome: Outcome, trace: Trace): Fate | undefined {
  return endOf(trace, outcome.traces);
}

/** Why the host that a request reached answered nothing, in its own words; `undefined` where it did. */
export function whyNoReply(outcome: Outcome, request: Trace): string | undefined {
  const isReplied = repliesOf(outcome).some((reply) => reply.cause === request.id);
  if (isReplied || request.fate?.kind !== 'delivered') return undefined;
  return remarksOf(request).join('; ') || 'it sent no reply';
}

/** Whether everything that was sent was answered. */
export function isAnswered(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'ping':
      return outcome.sent > 0 && outcome.received >= outcome.sent;
    case 'connect':
      return outcome.connected;
    case 'arping':
      return outcome.answers.length > 0;
    case 'traceroute':
      return outcome.hops.at(-1)?.from === outcome.stimulus.to;
    case 'inject':
      return repliesOf(outcome).length > 0;
    case 'command':
      return outcome.exit === 0;
  }
}

/** The two ends of an exchange; of what was typed, those of the first packet that it sent. */
export function endsOf(outcome: Outcome): {
  readonly from: HostName;
  readonly to: Ipv4 | undefined;
} {
  const { stimulus } = outcome;
  switch (stimulus.kind) {
    case 'arping':
      return { from: stimulus.from, to: stimulus.target };
    case 'command': {
      const [first] = requestsOf(outcome);
      const from = first?.hops[0]?.host ?? stimulus.from;
      return { from, to: first && packetOf(first.sent)?.destination };
    }
    default:
      return stimulus;
  }
}

/** What an exchange between two ends is called in the ledger: its control has the same name. */
export function subjectOf(outcome: Outcome): string {
  const { from, to } = endsOf(outcome);
  return `exchange ${from} > ${to === undefined ? 'nobody' : formatIpv4(to)}`;
}

/** The exchanges that worked: the one that was tried, or of what was typed, each that was answered. */
export function answeredSubjectsOf(outcome: Outcome): readonly string[] {
  if (outcome.kind !== 'command') return isAnswered(outcome) ? [subjectOf(outcome)] : [];
  const answered = new Set(repliesOf(outcome).map(({ cause }) => cause));
  return requestsOf(outcome)
    .filter(({ id }) => answered.has(id))
    .map((request) => subjectOf({ ...outcome, traces: [request] }));
}

/** The packet itself and the pieces it lived on as: whatever it caused that carries the same. */
function wholeOf(outcome: Outcome, trace: Trace): ReadonlySet<number> {
  const ids = new Set([trace.id]);
  for (const other of outcome.traces) {
    if (other.cause !== undefined && ids.has(other.cause) && isPieceOf(trace, other)) {
      ids.add(other.id);
    }
  }
  return ids;
}

function isPieceOf(whole: Trace, other: Trace): boolean {
  const [packet, piece] = [packetOf(whole.sent), packetOf(other.sent)];
  if (packet === undefined || piece === undefined) return false;
  const [outer, inner] = [innermostOf(packet), innermostOf(piece)];
  return (
    outer.destination === inner.destination &&
    (inner.payload.kind === outer.payload.kind || inner.payload.kind === 'data')
  );
}

function isRequestOf(outcome: Outcome, packet: Ipv4Packet | undefined): boolean {
  if (packet === undefined) return false;
  const { payload } = packet;
  switch (outcome.kind) {
    case 'ping':
    case 'inject':
      return payload.kind === 'icmp-echo' && payload.type === 'request';
    case 'traceroute':
      return packet.destination === outcome.stimulus.to;
    case 'connect':
      return payload.kind === outcome.stimulus.protocol;
    case 'arping':
      return false;
    case 'command':
      return true;
  }
}
