/**
 * Runs a scenario on this machine's own kernel and says what happened, in the form in which the simulated
 * one says it.
 */
import { watchForTheEnd } from '../driver/netns/lab/the-end';
import { buildWorld } from '../observe/build/build-world';
import type { Deed } from '../observe/deed';
import type { JsonObject } from '../observe/json';
import { observation, type SeenAction } from '../observe/observation';
import { normaliseScenario, type Scenario, ScenarioError } from '../observe/scenario';
import { Tokens } from '../observe/tokens';
import type { World } from '../observe/world';
import { runRealAction } from './real-action';
import { RealFrames } from './real-frames';
import { RealHosts } from './real-hosts';
import { realConnections, realNeighbours, realRoutes } from './real-tables';

/** No dice are thrown: real hosts have real ones. */
const SEED = 1;

/**
 * @param given the scenario as the observation is to quote it
 * @throws ScenarioError where the scenario asks for what is not there
 * @throws RefusedByKernelError where the kernel's tools refuse what the simulated kernel did not
 */
export async function record(scenario: JsonObject, given = scenario): Promise<JsonObject> {
  const normal = normaliseScenario(scenario);
  refuseUnrecordable(normal);
  watchForTheEnd();
  const deeds: Deed[] = [];
  const world = buildWorld(normal, SEED, (deed) => deeds.push(deed));
  const hosts = new RealHosts();
  const frames = new RealFrames(hosts.lab);
  const bring = async () => {
    await hosts.carryOut(deeds.splice(0));
    await frames.watch(world);
  };
  try {
    await bring();
    return await runScenario({ world, hosts, frames, bring }, normal, given);
  } finally {
    await frames.close();
    await hosts.close();
  }
}

/** A stand-in for tunl0 asks the routes for the far end, and those of stock BIRD do not say it. */
function refuseUnrecordable({ routing, encapsulation }: Scenario): void {
  if (routing === 'bird' && encapsulation.kind === 'ipip') {
    throw new ScenarioError('routing "bird" with IPIP cannot be recorded; use "static"');
  }
}

interface Stage {
  readonly world: World;
  readonly hosts: RealHosts;
  readonly frames: RealFrames;
  /** Does to the real hosts what was done to the simulated ones. */
  bring(): Promise<void>;
}

async function runScenario(
  { world, hosts, frames, bring }: Stage,
  normal: Scenario,
  given: JsonObject,
): Promise<JsonObject> {
  const { lab } = hosts;
  const naming = { roles: world.roles, tokens: new Tokens(normal) };
  await pause(normal.settle);
  const setupFrames = await frames.take(world, naming);
  const actions: SeenAction[] = [];
  for (const action of normal.actions) {
    const result = await runRealAction(world, hosts, action);
    await bring();
    await pause(action.settle ?? normal.settle);
    const [neigh, connections, seen] = await Promise.all([
      realNeighbours(world, lab),
      realConnections(world, lab),
      frames.take(world, naming),
    ]);
    actions.push({ result, frames: seen, neigh, connections });
  }
  const routes = await realRoutes(world, lab);
  return observation({ given, setupFrames, actions, routes }, normal, naming.tokens);
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
