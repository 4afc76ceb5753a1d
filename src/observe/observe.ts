/**
 * Runs a scenario on the simulated kernel and says what happened, in the form in which the same
 * scenario's run on a real kernel was recorded.
 */
import type { CapturedFrame } from '../trace/trace';
import { runAction } from './actions/run-action';
import { isBgpNoise } from './bgp-noise';
import { buildWorld } from './build/build-world';
import { ROUTER } from './build/underlay';
import { frameJson } from './frame-json';
import { isJsonArray, type Json, type JsonObject } from './json';
import { normaliseScenario } from './scenario';
import { connectionSnapshot, connectionsJson } from './tables/connections';
import { neighboursJson } from './tables/neighbours';
import { routesJson } from './tables/routes';
import { Tokens } from './tokens';
import type { World } from './world';

const SCHEMA = 'calico-oracle/1';

/**
 * The laboratory reads its tables after each action, with one process for each host: about as many
 * milliseconds pass until the next action begins.
 */
const SNAPSHOT_SECONDS_PER_HOST = 0.005;

/**
 * @param given the scenario as the observation is to quote it
 * @throws ScenarioError where the scenario asks for what is not there
 */
export function observe(scenario: JsonObject, seed = 1, given = scenario): JsonObject {
  const normal = normaliseScenario(scenario);
  const world = buildWorld(normal, seed);
  const naming = { roles: world.roles, tokens: new Tokens(normal) };
  const framesJson = (frames: readonly CapturedFrame[]) => framesByPoint(world, frames, naming);
  world.wait(normal.settle);
  const setupFrames = framesJson(takeFrames(world));
  const { actions: quoted } = given;
  const done = normal.actions.map((action, at) => {
    const result = runAction(world, action);
    world.wait(action.settle ?? normal.settle);
    const neigh = neighboursJson(world);
    const connections = connectionSnapshot(world);
    world.wait(world.network.hosts.size * SNAPSHOT_SECONDS_PER_HOST);
    const frames = framesJson(takeFrames(world));
    return {
      action: quotedAction(quoted, at),
      result,
      frames,
      neigh,
      connections,
    };
  });
  // Frames name the random numbers first.
  const actions = done.map(({ connections, ...rest }) => ({
    ...rest,
    conntrack: connectionsJson(connections, naming.tokens),
  }));
  return {
    schema: SCHEMA,
    scenario: given,
    [normal.routing === 'bird' ? '_setupFrames' : 'setupFrames']: setupFrames,
    actions,
    routes: routesJson(world),
  };
}

/** The action as the scenario spells it. */
function quotedAction(actions: Json | undefined, at: number): Json {
  return actions !== undefined && isJsonArray(actions) ? (actions[at] ?? null) : null;
}

function takeFrames({ network }: World): readonly CapturedFrame[] {
  const { frames } = network;
  network.forget();
  return frames;
}

type Naming = Parameters<typeof frameJson>[1];

/** Frames in order, by the interface that saw them: `k8s-w1/cali:pod1`. */
function framesByPoint(world: World, frames: readonly CapturedFrame[], naming: Naming): JsonObject {
  const points = new Map<string, JsonObject[]>();
  for (const { host, device, direction, frame } of frames) {
    if (!isWatched(world, host, device) || isBgpNoise(world.scenario, frame)) continue;
    const point = `${host}/${world.deviceAlias(host, device)}`;
    const seen = points.get(point) ?? [];
    seen.push({ dir: direction, ...frameJson(frame, naming) });
    points.set(point, seen);
  }
  const names = [...points.keys()].sort();
  return Object.fromEntries(names.map((name) => [name, points.get(name) ?? []]));
}

/** Nobody listens on the loopback devices of the router and of the outside. */
function isWatched({ scenario }: World, host: string, device: string): boolean {
  return device !== 'lo' || (host !== ROUTER && host !== scenario.external.name);
}
