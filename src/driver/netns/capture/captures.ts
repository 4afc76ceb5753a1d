/**
 * All interfaces of a lab, watched. Frames come out in the order of the kernel's own stamps, which all
 * interfaces share; whether any are missing is asked each time.
 */
import type { Mac } from '../../../addr/mac';
import { decodeCaptured, LINKTYPE_ETHERNET } from '../../../wire/capture/capture';
import { NotObservedError } from '../../driver';
import { completeChecksums } from './complete-checksums';
import { directionOf } from './direction';
import { type CaptureSpot, InterfaceCapture } from './interface-capture';
import type { Sighting } from './sighting';

/** How long frames that were counted may take to arrive here, in milliseconds. */
const PATIENCE_MS = 3000;
/** Nothing new for so long, and all that was sent has arrived; in milliseconds. */
const QUIET_MS = 15;

interface Watched {
  readonly capture: InterfaceCapture;
  taken: number;
}

export class Captures {
  readonly #watched: Watched[] = [];
  readonly #filter: readonly string[];
  /** The addresses that a device has, or had. */
  readonly #macs = new Map<string, Set<Mac>>();

  /** @param filter what tcpdump shall leave out, in its words */
  constructor(filter: readonly string[]) {
    this.#filter = filter;
  }

  /** Watches the spots that are not watched yet. @returns when all of them listen */
  async watch(spots: readonly (CaptureSpot & { readonly namespace: string })[]): Promise<void> {
    const live = new Set(
      this.#watched
        .filter(({ capture }) => !capture.hasEnded)
        .map(({ capture }) => keyOf(capture.spot)),
    );
    const begun: Promise<void>[] = [];
    for (const { namespace, host, device, only } of spots) {
      const spot = { host, device, only };
      if (live.has(keyOf(spot))) continue;
      const capture = new InterfaceCapture(namespace, spot, this.#filter);
      this.#watched.push({ capture, taken: 0 });
      begun.push(capture.begun());
    }
    await Promise.all(begun);
  }

  /** Notes that a device has this address, by which its own frames are told from others'. */
  addMac(host: string, device: string, mac: Mac): void {
    const known = this.#macs.get(`${host} ${device}`) ?? new Set();
    this.#macs.set(`${host} ${device}`, known.add(mac));
  }

  /**
   * Everything since the last time, in order, once it has become quiet.
   * @throws NotObservedError where frames are missing
   */
  async take(): Promise<readonly Sighting[]> {
    await this.#settle();
    const sightings = this.#watched.flatMap((watched) => this.#takeFrom(watched));
    return sightings.sort(inOrder);
  }

  /** @returns when no tcpdump runs any more */
  async close(): Promise<void> {
    await Promise.all(this.#watched.map(({ capture }) => capture.stop()));
  }

  async #settle(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    let before = -1;
    for (;;) {
      await this.#askAll();
      const { arrived, counted } = this.#sums();
      if (arrived === before && arrived >= counted) return;
      if (performance.now() > deadline) {
        throw new NotObservedError(`of ${counted} frames that were captured ${arrived} came here`);
      }
      before = arrived;
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    }
  }

  async #askAll(): Promise<void> {
    const live = this.#watched.filter(({ capture }) => !capture.hasEnded);
    const complaints = await Promise.all(live.map(({ capture }) => capture.ask()));
    const [complaint] = complaints.filter((one) => one !== undefined);
    if (complaint !== undefined)
      throw new NotObservedError(`a capture is not complete: ${complaint}`);
  }

  #sums(): { readonly arrived: number; readonly counted: number } {
    let arrived = 0;
    let counted = 0;
    for (const { capture } of this.#watched) {
      arrived += capture.packets.length;
      if (capture.hasEnded) counted += capture.packets.length;
      else counted += capture.received * shareOf(capture.spot);
    }
    return { arrived, counted };
  }

  #takeFrom(watched: Watched): readonly Sighting[] {
    const { capture } = watched;
    const { host, device, only } = capture.spot;
    const fresh = capture.packets.slice(watched.taken);
    watched.taken = capture.packets.length;
    const hasLinkLayer = capture.linkType === LINKTYPE_ETHERNET;
    return fresh.map(({ atNs, bytes: raw, isCut }): Sighting => {
      const bytes = completeChecksums(raw, hasLinkLayer);
      const frame = decodeCaptured(capture.linkType ?? 0, bytes);
      if (isCut || frame.kind === 'malformed') {
        throw new NotObservedError(`a frame on ${device} of ${host} cannot be read`);
      }
      const own = this.#macs.get(`${host} ${device}`);
      return {
        host,
        device,
        direction: only ?? directionOf(frame, device, own),
        atNs,
        bytes,
        frame,
      };
    });
  }
}

/**
 * How much of what the kernel counted a capture keeps: of two of one device, each for one direction, both
 * are given every packet; and on loopback every packet comes by twice, going and coming.
 */
function shareOf({ device, only }: CaptureSpot): number {
  return only !== undefined || device === 'lo' ? 1 / 2 : 1;
}

function keyOf({ host, device, only }: CaptureSpot): string {
  return `${host} ${device} ${only ?? ''}`;
}

/** A packet that comes out of a tunnel keeps the stamp of the one that it came in. */
function inOrder(one: Sighting, other: Sighting): number {
  if (one.atNs !== other.atNs) return one.atNs < other.atNs ? -1 : 1;
  return rankOf(one) - rankOf(other);
}

function rankOf({ device, direction }: Sighting): number {
  return direction !== 'out' && /^(tunl0|vxlan\.calico)$/.test(device) ? 1 : 0;
}
