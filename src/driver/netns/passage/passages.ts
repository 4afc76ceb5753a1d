/**
 * Puts frames together to the ways of packets. Nobody tells where a packet of a real kernel went; but
 * what one end of a link sent the other received, byte for byte, and what a host received and then
 * sent again under the same key is the same packet.
 */
import type { CapturedFrame, Trace } from '../../../trace/trace';
import type { Sighting } from '../capture/sighting';
import type { Topology } from '../host/topology';
import { causeOf } from './cause';
import { endingOf } from './ending';
import { packetKey } from './packet-key';
import { Passage } from './passage';
import { refusedAtHome } from './refused-at-home';
import type { Witness } from './witness';

/** What was seen from one moment to another. */
export interface Episode {
  readonly frames: readonly CapturedFrame[];
  readonly traces: readonly Trace[];
}

export class Passages {
  #nextId = 1;
  #originNs: bigint | undefined;

  /** Reads frames that are in order, after which nothing more is under way. */
  async read(
    sightings: readonly Sighting[],
    topology: Topology,
    witness: Pick<Witness, 'whyLost' | 'whyRefused' | 'whyNoAnswer'>,
  ): Promise<Episode> {
    const passages: Passage[] = [];
    const frames = sightings.map((sighting): CapturedFrame => {
      const { host, device, direction, frame } = sighting;
      const atUs = this.#microseconds(sighting.atNs);
      const passage = this.#passageOf(sighting, passages, topology);
      if (passage.last === undefined) passages.push(passage);
      passage.see(sighting, atUs);
      const refused = refusedAtHome(sighting, passages, () => this.#takeId());
      if (refused !== undefined) {
        refused.begin(host, atUs);
        passages.push(refused);
      }
      return { host, device, direction, atUs, frame, trace: passage.id };
    });
    for (const passage of passages) await close(passage, passages, topology, witness);
    return { frames, traces: passages.map((passage) => passage.toTrace()) };
  }

  #microseconds(atNs: bigint): number {
    this.#originNs ??= atNs;
    return Number((atNs - this.#originNs) / 1000n);
  }

  #takeId(): number {
    return this.#nextId++;
  }

  /** The passage that this goes on with, or a new one. */
  #passageOf(sighting: Sighting, passages: readonly Passage[], topology: Topology): Passage {
    const key = packetKey(sighting.frame);
    const alike = passages.filter((one) => one.key === key);
    const known = alike.filter((one) => goesOn(one, sighting, topology)).at(-1);
    if (known !== undefined) return known;
    const cause =
      sighting.direction === 'out'
        ? causeOf(sighting, passages)
        : alike.find((one) => isFlooded(one, sighting, topology))?.id;
    return new Passage(this.#takeId(), key, sighting.frame, cause);
  }
}

/** Ends a passage as its frames show; where they leave a doubt the host is asked. */
async function close(
  passage: Passage,
  passages: readonly Passage[],
  topology: Topology,
  witness: Pick<Witness, 'whyLost' | 'whyRefused' | 'whyNoAnswer'>,
): Promise<void> {
  const { last } = passage;
  const { fate, doubt } = endingOf(passage, passages, topology);
  if (last === undefined || doubt === undefined) {
    passage.end(fate);
    return;
  }
  const isLost = doubt === 'why lost';
  const why = isLost ? await witness.whyLost(last) : await witness.whyRefused(last);
  if (why !== undefined) {
    const { reason, because, decision } = why;
    passage.end({ kind: 'dropped', host: last.host, reason, because }, decision);
    return;
  }
  const note = isLost ? undefined : await witness.whyNoAnswer(last);
  if (note !== undefined) passage.note(note);
  passage.end(fate);
}

function goesOn({ last }: Passage, sighting: Sighting, topology: Topology): boolean {
  if (last === undefined || last.direction === 'other') return false;
  if (last.host === sighting.host) return goesOnAtHost(last, sighting);
  return last.direction === 'out' && crossed(last, sighting, topology);
}

/** Through the host: in and out, out through a tunnel and out below it, in and up out of a tunnel. */
function goesOnAtHost(last: Sighting, { direction, device }: Sighting): boolean {
  if (last.device === device && last.direction === direction) return false;
  if (direction === 'out') return last.direction === 'in' || isTunnel(last.device);
  return direction === 'in' && last.direction === 'in' && isTunnel(device);
}

function crossed(last: Sighting, { host, device, direction, bytes }: Sighting, topology: Topology) {
  if (direction === 'out' || !areSameBytes(last.bytes, bytes)) return false;
  return topology.peersOf(last).some((peer) => peer.host === host && peer.device === device);
}

/** A segment gave the frame to several, and another has gone on with it. */
function isFlooded(passage: Passage, sighting: Sighting, topology: Topology): boolean {
  const { last } = passage;
  return (
    last !== undefined &&
    last.host !== sighting.host &&
    areSameBytes(last.bytes, sighting.bytes) &&
    topology.peersOf(last).some(({ host }) => host === sighting.host)
  );
}

function isTunnel(device: string): boolean {
  return device === 'tunl0' || device === 'vxlan.calico';
}

function areSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
