/**
 * Runs a scenario on the simulated kernel and says what happened, in the form in which the same
 * scenario's run on a real kernel was recorded.
 */
import { runAction } from './actions/run-action';
import { buildWorld } from './build/build-world';
import { frameJson } from './frame-json';
import type { JsonObject } from './json';
import { observation } from './observation';
import type { Naming } from './packet-json';
import { framesByPoint, type SeenFrame } from './points';
import { normaliseScenario } from './scenario';
import { connectionSnapshot } from './tables/connections';
import { neighboursJson } from './tables/neighbours';
import { routesJson } from './tables/routes';
import { Tokens } from './tokens';
import type { World } from './world';

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
  const framesJson = () => framesByPoint(world, takeFrames(world, naming));
  world.wait(normal.settle);
  const setupFrames = framesJson();
  const actions = normal.actions.map((action) => {
    const result = runAction(world, action);
    world.wait(action.settle ?? normal.settle);
    const neigh = neighboursJson(world);
    const connections = connectionSnapshot(world);
    world.wait(world.network.hosts.size * SNAPSHOT_SECONDS_PER_HOST);
    return { result, frames: framesJson(), neigh, connections };
  });
  const routes = routesJson(world);
  return observation({ given, setupFrames, actions, routes }, normal, naming.tokens);
}

function takeFrames({ network }: World, naming: Naming): readonly SeenFrame[] {
  const { frames } = network;
  network.forget();
  return frames.map((seen) => ({ ...seen, json: () => frameJson(seen.frame, naming) }));
}
