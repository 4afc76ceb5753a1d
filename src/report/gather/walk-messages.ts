/**
 * Who sent what to whom: the frames that crossed a link, from the hops of packets. What a tunnel device
 * takes in and gives out crosses no link; its outer frame does.
 */
import type { WalkEnd, WalkHop, WalkMessage, WalkPacket, WalkStep } from '../model/walk';

type Crossing = Extract<WalkStep, { readonly kind: 'receive' | 'transmit' }>;

interface Growing {
  readonly atUs: number;
  readonly packet: number;
  readonly summary: string;
  readonly from: WalkEnd;
  readonly to: WalkEnd[];
}

/** @param timeOf when an interface saw a frame of the capture, in microseconds */
export function messagesOf(
  packets: readonly WalkPacket[],
  timeOf: (frame: number) => number | undefined,
): readonly WalkMessage[] {
  return packets
    .flatMap((packet) => messagesOfOne(packet, timeOf))
    .sort((one, other) => one.atUs - other.atUs || placeOf(one) - placeOf(other));
}

function messagesOfOne(
  { id, hops }: WalkPacket,
  timeOf: (frame: number) => number | undefined,
): readonly Growing[] {
  const messages: Growing[] = [];
  for (const hop of hops) {
    for (const step of crossings(hop)) {
      const { device, packet: summary, frame } = step;
      const end = { host: hop.host, device, ...(frame === undefined ? {} : { frame }) };
      if (step.kind === 'transmit') {
        const atUs = (frame === undefined ? undefined : timeOf(frame)) ?? hop.atUs;
        messages.push({ atUs, packet: id, summary, from: end, to: [] });
      } else {
        // The last that was sent and looks the same: a router may send on what others still get.
        const sent = messages.filter((message) => message.summary === summary);
        (sent.at(-1) ?? messages.at(-1))?.to.push(end);
      }
    }
  }
  return messages;
}

function crossings({ steps }: WalkHop): readonly Crossing[] {
  const tunnels = new Set(
    steps.flatMap((step) =>
      step.kind === 'encapsulate' || step.kind === 'decapsulate' ? [step.device] : [],
    ),
  );
  return steps.flatMap((step) => {
    const isCrossing = step.kind === 'receive' || step.kind === 'transmit';
    return isCrossing && step.device !== 'lo' && !tunnels.has(step.device) ? [step] : [];
  });
}

function placeOf({ from }: WalkMessage): number {
  return from.frame ?? Number.MAX_SAFE_INTEGER;
}
