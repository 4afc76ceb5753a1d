/**
 * Frames of several machines in one order. Their clocks differ by more than a packet needs from one to
 * the other, so each clock is set by the packets themselves, as NTP does (RFC 5905, section 8): what one
 * machine sent and another received, both ways where there are both.
 */
import type { Sighting } from '../../netns/capture/sighting';
import { packetKey } from '../../netns/passage/packet-key';

/** Of a packet that only went one way nobody knows how long it was under way. */
const ASSUMED_NS = 50_000n;

/** Whose clock a host goes by, and by which device it speaks to other machines. */
export interface Machine {
  readonly name: string;
  readonly card: string | undefined;
}

/**
 * @param sightings each machine's in order
 * @param first the host by whose clock all are told
 */
export function inOneOrder(
  sightings: readonly Sighting[],
  machineOf: (host: string) => Machine,
  first: string,
): readonly Sighting[] {
  const onCards = sightings.filter(({ host, device }) => machineOf(host).card === device);
  const ahead = new Map([[machineOf(first).name, 0n]]);
  const machines = new Set(onCards.map(({ host }) => host));
  for (let grows = true; grows; ) {
    grows = false;
    for (const machine of machines) {
      const offset = ahead.has(machine) ? undefined : offsetFromKnown(machine, onCards, ahead);
      if (offset === undefined) continue;
      ahead.set(machine, offset);
      grows = true;
    }
  }
  return sightings
    .map((sighting) => {
      const { host, device, direction, atNs, bytes, frame } = sighting;
      const own = atNs - (ahead.get(machineOf(host).name) ?? 0n);
      return { host, device, direction, atNs: own, bytes, frame };
    })
    .sort(inOrder);
}

/** A packet that comes out of a tunnel keeps the stamp of the one that it came in. */
function inOrder(one: Sighting, other: Sighting): number {
  if (one.atNs !== other.atNs) return one.atNs < other.atNs ? -1 : 1;
  return rankOf(one) - rankOf(other);
}

function rankOf({ device, direction }: Sighting): number {
  return direction === 'in' && isTunnel(device) ? 1 : 0;
}

export function isTunnel(device: string): boolean {
  return device === 'tunl0' || device === 'vxlan.calico';
}

/** How far a machine's clock is ahead, from what it exchanged with machines that are known. */
function offsetFromKnown(
  machine: string,
  onCards: readonly Sighting[],
  ahead: ReadonlyMap<string, bigint>,
): bigint | undefined {
  let there: bigint | undefined;
  let back: bigint | undefined;
  for (const sent of onCards.filter(({ direction }) => direction === 'out')) {
    const key = packetKey(sent.frame);
    for (const got of onCards) {
      if (key === undefined || got.direction !== 'in' || packetKey(got.frame) !== key) continue;
      const taken = got.atNs - sent.atNs;
      const [from, to] = [ahead.get(sent.host), ahead.get(got.host)];
      if (got.host === machine && from !== undefined) there = lesser(there, taken + from);
      if (sent.host === machine && to !== undefined) back = lesser(back, taken - to);
    }
  }
  if (there !== undefined && back !== undefined) return (there - back) / 2n;
  if (there !== undefined) return there - ASSUMED_NS;
  return back === undefined ? undefined : ASSUMED_NS - back;
}

function lesser(one: bigint | undefined, other: bigint): bigint {
  return one === undefined || other < one ? other : one;
}
