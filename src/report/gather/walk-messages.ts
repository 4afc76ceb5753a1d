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
  const messages: Growing[] = [];
  for (const packet of packets) addMessages(messages, packet, timeOf);
  return messages.sort((one, other) => one.atUs - other.atUs || placeOf(one) - placeOf(other));
}

function addMessages(
  messages: Growing[],
  { id, cause, hops }: WalkPacket,
  timeOf: (frame: number) => number | undefined,
): void {
  for (const hop of hops) {
    for (const { kind, device, packet: summary, frame } of crossings(hop)) {
      const end = { host: hop.host, device, ...(frame === undefined ? {} : { frame }) };
      if (kind === 'transmit') {
        const atUs = (frame === undefined ? undefined : timeOf(frame)) ?? hop.atUs;
        messages.push({ atUs, packet: id, summary, from: end, to: [] });
        continue;
      }
      // A copy of a flooded frame is a packet of its own, that its original caused.
      const sent = messages.filter(({ packet }) => packet === id || packet === cause);
      sent.findLast((message) => message.summary === summary)?.to.push(end);
    }
  }
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
