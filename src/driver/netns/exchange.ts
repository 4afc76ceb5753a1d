/**
 * One stimulus from its beginning to the end of what it set going, and all that was seen of it.
 */
import { innermostPacket } from '../../trace/packet-of';
import type { Captures } from './capture/captures';
import type { Sighting } from './capture/sighting';

/** A neighbour is asked once a second, three times; then what waits for it is given up. */
const SOLICITATION_MS = 1200;
/** So long at most one waits for packets that wait for a neighbour. */
const AFTERMATH_MAX_MS = 5000;
const LOOK_EVERY_MS = 100;

/**
 * All frames from now to the time when nothing waits for a neighbour any more.
 * @param seen what came so far
 */
export async function untilNothingWaits(
  captures: Captures,
  seen: readonly Sighting[],
): Promise<readonly Sighting[]> {
  const deadline = performance.now() + AFTERMATH_MAX_MS;
  const all = [...seen];
  while (isAsking(all) && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    all.push(...(await captures.take()));
  }
  return all;
}

/** Whether an ARP request is young enough that another may follow, and has no answer. */
function isAsking(sightings: readonly Sighting[]): boolean {
  const now = BigInt(Date.now()) * 1_000_000n;
  return sightings.some((sighting, index) => {
    const arp = arpOf(sighting);
    if (arp?.operation !== 'request' || sighting.direction !== 'out') return false;
    if (now - sighting.atNs > BigInt(SOLICITATION_MS) * 1_000_000n) return false;
    return !sightings.slice(index).some((later) => {
      const answer = arpOf(later);
      const isAnswer = answer?.operation === 'reply' && answer.senderIp === arp.targetIp;
      return isAnswer && later.host === sighting.host && later.direction === 'in';
    });
  });
}

function arpOf({ frame }: Sighting) {
  if (innermostPacket(frame) !== undefined || frame.kind !== 'frame') return undefined;
  return frame.payload.kind === 'arp' ? frame.payload : undefined;
}
