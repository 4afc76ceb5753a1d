/**
 * A packet and what it lived on as: its fragments, and the whole that was made of them again.
 */
import { innermostPacket } from './packet-of';
import type { Fate, Trace } from './trace';

/** Where a packet ended; where it was cut into fragments, the end of the first that was lost. */
export function endOf(trace: Trace, traces: readonly Trace[]): Fate | undefined {
  if (trace.fate?.kind !== 'split' && trace.fate?.kind !== 'merged') return trace.fate;
  const family = familyOf(trace, traces);
  const ends = traces.filter(({ id }) => id !== trace.id && family.has(id)).map(({ fate }) => fate);
  return (
    ends.find((fate) => fate?.kind === 'dropped') ?? ends.find((fate) => fate?.kind === 'delivered')
  );
}

/** The packet, its first fragment, and so on: one way from the sender to the end. */
export function storyOf(trace: Trace, traces: readonly Trace[]): readonly Trace[] {
  const family = familyOf(trace, traces);
  const story = [trace];
  for (const other of traces) {
    if (other.cause === story.at(-1)?.id && family.has(other.id)) story.push(other);
  }
  return story;
}

/** The ids of the packet and of what it caused that goes the same way. */
export function familyOf(trace: Trace, traces: readonly Trace[]): ReadonlySet<number> {
  const destination = innermostPacket(trace.sent)?.destination;
  const family = new Set([trace.id]);
  if (destination === undefined) return family;
  for (const other of traces) {
    if (other.cause === undefined || !family.has(other.cause)) continue;
    if (innermostPacket(other.sent)?.destination === destination) family.add(other.id);
  }
  return family;
}
