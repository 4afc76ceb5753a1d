/**
 * Frames in order, by the interface that saw them: `k8s-w1/cali:pod1`.
 */
import type { CapturedFrame } from '../trace/trace';
import { isBgpNoise } from './bgp-noise';
import { ROUTER } from './build/underlay';
import type { JsonObject } from './json';
import type { World } from './world';

export interface SeenFrame extends Pick<CapturedFrame, 'host' | 'device' | 'direction' | 'frame'> {
  /** What an observation shows of it; asked once, and only of those that it shows. */
  json(): JsonObject;
}

export function framesByPoint(world: World, frames: readonly SeenFrame[]): JsonObject {
  const points = new Map<string, JsonObject[]>();
  for (const { host, device, direction, frame, json } of frames) {
    if (!isWatched(world, host, device) || isBgpNoise(world.scenario, frame)) continue;
    const point = `${host}/${world.deviceAlias(host, device)}`;
    const seen = points.get(point) ?? [];
    seen.push({ dir: direction, ...json() });
    points.set(point, seen);
  }
  const names = [...points.keys()].sort();
  return Object.fromEntries(names.map((name) => [name, points.get(name) ?? []]));
}

/** Nobody listens on the loopback devices of the router and of the outside. */
export function isWatched({ scenario }: World, host: string, device: string): boolean {
  return device !== 'lo' || (host !== ROUTER && host !== scenario.external.name);
}
