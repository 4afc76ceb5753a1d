/**
 * What every interface of a scenario's real hosts saw. Each is watched twice, once for each way, for a
 * capture does not say which way a frame went, and its addresses need not tell: two may have the same.
 */
import { isGroupMac } from '../addr/mac';
import { Captures } from '../driver/netns/capture/captures';
import type { CaptureSpot } from '../driver/netns/capture/interface-capture';
import type { Sighting } from '../driver/netns/capture/sighting';
import type { Lab } from '../driver/netns/lab/lab';
import { frameBytesJson } from '../observe/frame-json';
import type { JsonObject } from '../observe/json';
import { type Naming, packetJson } from '../observe/packet-json';
import { framesByPoint, isWatched } from '../observe/points';
import type { World } from '../observe/world';

/** BGP's own sessions run on a clock of their own. */
const WITHOUT_BGP = ['not', 'tcp', 'port', '179'];

export class RealFrames {
  readonly #captures = new Captures(WITHOUT_BGP);
  readonly #lab: Lab;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** @returns when all interfaces that there are now are listened at */
  watch(world: World): Promise<void> {
    const spots = [...world.network.hosts].flatMap(([host, { devices }]) => {
      const namespace = this.#lab.namespaceOf(host);
      return [...devices.keys()]
        .filter((device) => isWatched(world, host, device))
        .flatMap((device) => waysOf(device).map((only) => ({ namespace, host, device, only })));
    });
    return this.#captures.watch(spots);
  }

  /** Everything since the last time. @throws NotObservedError where frames are missing */
  async take(world: World, naming: Naming): Promise<JsonObject> {
    const sightings = await this.#captures.take();
    const seen = sightings.map((sighting) => ({
      ...sighting,
      direction: directionOf(world, sighting),
      json: () => bytesJson(sighting, naming),
    }));
    return framesByPoint(world, seen);
  }

  close(): Promise<void> {
    return this.#captures.close();
  }
}

/** Loopback shows each packet once, when it comes back. */
function waysOf(device: string): readonly CaptureSpot['only'][] {
  return device === 'lo' ? ['in'] : ['in', 'out'];
}

/** `other`: a bridge flooded it here, but it is for somebody else (PACKET_OTHERHOST, packet(7)). */
function directionOf(world: World, { host, device, direction, frame }: Sighting) {
  if (direction === 'out' || frame.kind !== 'frame' || device === 'lo') return direction;
  const own = world.network.hosts.get(host)?.devices.get(device)?.mac;
  const isForUs = own === undefined || frame.destination === own || isGroupMac(frame.destination);
  return isForUs ? 'in' : 'other';
}

function bytesJson({ bytes, frame }: Sighting, naming: Naming): JsonObject {
  return frame.kind === 'frame' ? frameBytesJson(bytes, naming) : packetJson(bytes, naming);
}
