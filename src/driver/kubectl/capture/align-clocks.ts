/**
 * Frames of several machines in one order. Their clocks differ by more than a packet needs from one to
 * the other, so each clock is set by the packets themselves, as NTP does (RFC 5905, section 8): what one
 * machine sent and another received, both ways where there are both.
 */
import type { Sighting } from '../../netns/capture/sighting';
import { packetKey } from '../../netns/passage/packet-key';

/** Of a packet that only went one way nobody knows how long it was under way. */
const ASSUMED_NS = 50_000n;

/**
 * @param sightings each machine's in order
 * @param machineOf whose clock a host goes by: its node's
 * @param first the host by whose clock all are told
 */
export function inOneOrder(
  sightings: readonly Sighting[],
  machineOf: (host: string) => string,
  first: string,
): readonly Sighting[] {
  const ahead = new Map([[machineOf(first), 0n]]);
  const machines = new Set(sightings.map(({ host }) => machineOf(host)));
  for (let grows = true; grows; ) {
    grows = false;
    for (const machine of machines) {
      if (ahead.has(machine)) continue;
      const offset = offsetFromKnown(machine, sightings, machineOf, ahead);
      if (offset === undefined) continue;
      ahead.set(machine, offset);
      grows = true;
    }
  }
  return sightings
    .map((sighting) => {
      const { host, device, direction, atNs, bytes, frame } = sighting;
      const own = atNs - (ahead.get(machineOf(host)) ?? 0n);
      return { host, device, direction, atNs: own, bytes, frame };
    })
    .sort((one, other) => (one.atNs === other.atNs ? 0 : one.atNs < other.atNs ? -1 : 1));
}

/** How far a machine's clock is ahead, from what it exchanged with machines that are known. */
function offsetFromKnown(
  machine: string,
  sightings: readonly Sighting[],
  machineOf: (host: string) => string,
  ahead: ReadonlyMap<string, bigint>,
): bigint | undefined {
  let there: bigint | undefined;
  let back: bigint | undefined;
  for (const sent of sightings.filter(({ direction }) => direction === 'out')) {
    const from = machineOf(sent.host);
    const key = packetKey(sent.frame);
    if (key === undefined) continue;
    for (const got of sightings) {
      const to = machineOf(got.host);
      if (got.direction !== 'in' || from === to || packetKey(got.frame) !== key) continue;
      const known = ahead.get(from === machine ? to : from);
      if (known === undefined || (from !== machine && to !== machine)) continue;
      const taken = got.atNs - sent.atNs;
      if (to === machine) there = lesser(there, taken + known);
      else back = lesser(back, taken - known);
    }
  }
  if (there !== undefined && back !== undefined) return (there - back) / 2n;
  if (there !== undefined) return there - ASSUMED_NS;
  return back === undefined ? undefined : ASSUMED_NS - back;
}

function lesser(one: bigint | undefined, other: bigint): bigint {
  return one === undefined || other < one ? other : one;
}
