/**
 * The frames of one stimulus at every interface that matters. A live cluster is never quiet, so it is
 * watched only while something is sent, and only for what that can bring about.
 */
import type { Mac } from '../../../addr/mac';
import { decodeCaptured, LINKTYPE_ETHERNET } from '../../../wire/capture/capture';
import { type Link, NotObservedError } from '../../driver';
import { completeChecksums } from '../../netns/capture/complete-checksums';
import { directionOf } from '../../netns/capture/direction';
import { PcapStream } from '../../netns/capture/pcap-stream';
import type { Sighting } from '../../netns/capture/sighting';
import type { LiveHosts } from '../hosts/live-hosts';
import { ABANDON, START, STOP } from './capture-scripts';
import { lackIn } from './counts';

/** Seconds after the program's end in which the last frames come by. */
const AFTERMATH = '1';

/** What to capture on a host. */
export interface Watch {
  readonly host: string;
  readonly links: readonly Link[];
}

interface Spot {
  readonly device: string;
  readonly way: 'in' | 'out' | 'inout';
}

export class LiveCaptures {
  readonly #hosts: LiveHosts;
  readonly #prefix: string;
  #count = 0;

  /** @param run a name that nobody else's folders have */
  constructor(hosts: LiveHosts, run: string) {
    this.#hosts = hosts;
    this.#prefix = `/tmp/${run}`;
  }

  /**
   * Captures while the action lasts, and a moment longer.
   * @param filter in tcpdump's words
   * @returns the action's result, and all frames host by host, each host's in order
   * @throws NotObservedError where a capture cannot begin or is not complete
   */
  async during<Result>(
    watches: readonly Watch[],
    filter: string,
    action: () => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly sightings: readonly Sighting[] }> {
    this.#count += 1;
    const folder = `${this.#prefix}-${this.#count}`;
    try {
      await all(watches.map((watch) => this.#start(watch, folder, filter)));
      const result = await action();
      const taken = await all(watches.map((watch) => this.#take(watch, folder)));
      return { result, sightings: taken.flat() };
    } catch (error) {
      await Promise.allSettled(watches.map((watch) => this.#abandon(watch, folder)));
      throw error;
    }
  }

  async #abandon({ host }: Watch, folder: string): Promise<void> {
    await this.#hosts.run(host, ['sh', '-c', ABANDON, 'sh', folder]);
  }

  async #start({ host, links }: Watch, folder: string, filter: string): Promise<void> {
    const spots = spotsOf(links).map(spotName);
    const words = ['sh', '-c', START, 'sh', folder, filter, ...spots];
    const { stderr, exit } = await this.#hosts.run(host, words);
    if (exit !== 0) throw new NotObservedError(`no capture on ${host}: ${stderr.trim()}`);
  }

  async #take({ host, links }: Watch, folder: string): Promise<readonly Sighting[]> {
    const words = ['sh', '-c', STOP, 'sh', folder, AFTERMATH];
    const { stdout, stderr, exit } = await this.#hosts.run(host, words);
    const lack = exit === 0 ? lackIn(stdout) : stderr.trim();
    if (lack !== undefined)
      throw new NotObservedError(`a capture on ${host} is not whole: ${lack}`);
    const sightings = await all(
      spotsOf(links).map(async (spot) => {
        const bytes = await this.#hosts.bytesOf(host, `${folder}/${spotName(spot)}.pcap`);
        const own = links.find(({ name }) => name === spot.device)?.mac;
        return readSightings(bytes, host, spot, own);
      }),
    );
    await this.#hosts.run(host, ['rm', '-r', folder]);
    return sightings.flat();
  }
}

/** Waits for every one, also where one fails: what is begun late would be left behind. */
async function all<Value>(begun: readonly Promise<Value>[]): Promise<readonly Value[]> {
  await Promise.allSettled(begun);
  return Promise.all(begun);
}

/** All but loopback; of what has no link layer the two ways apart, for its packets do not tell. */
function spotsOf(links: readonly Link[]): readonly Spot[] {
  return links
    .filter(({ kind, isUp }) => kind !== 'loopback' && isUp)
    .flatMap(({ name, mac }): Spot[] => {
      const ways = mac === undefined ? (['in', 'out'] as const) : (['inout'] as const);
      return ways.map((way) => ({ device: name, way }));
    });
}

function spotName({ device, way }: Spot): string {
  return `${device}:${way}`;
}

function readSightings(
  file: Uint8Array,
  host: string,
  { device, way }: Spot,
  own: Mac | undefined,
): readonly Sighting[] {
  const stream = new PcapStream();
  const packets = stream.take(file);
  const linkType = stream.linkType ?? 0;
  return packets.map(({ atNs, bytes: raw, isCut }) => {
    const bytes = completeChecksums(raw, linkType === LINKTYPE_ETHERNET);
    const frame = decodeCaptured(linkType, bytes);
    if (isCut || frame.kind === 'malformed') {
      throw new NotObservedError(`a frame on ${device} of ${host} cannot be read`);
    }
    const macs = new Set(own === undefined ? [] : [own]);
    const direction = way === 'inout' ? directionOf(frame, device, macs) : way;
    return { host, device, direction, atNs, bytes, frame };
  });
}
