/**
 * Builds a scenario's cluster on the simulated kernel, in the order in which the laboratory builds
 * it on the real one: that order decides which device is registered first, and so which address a
 * node takes where it has the choice.
 */
import { seededRandom } from '../../base/random';
import { Network } from '../../kernel/network';
import { LINUX } from '../../kernel/stack-of-linux';
import type { Deed } from '../deed';
import type { Scenario } from '../scenario';
import { World } from '../world';
import { nodeRoutes } from './block-routes';
import { applyNodeRules } from './node-rules';
import { addPod, sysctl } from './pod';
import { addTunnels } from './tunnels';
import { addUnderlay } from './underlay';

export function buildWorld(scenario: Scenario, seed: number, onDeed?: (deed: Deed) => void): World {
  const network = new Network(LINUX, { random: seededRandom(seed), wireMode: false });
  const world = new World(scenario, network, onDeed);
  addUnderlay(world);
  addTunnels(world);
  for (const name of scenario.nodes.keys()) {
    for (const route of nodeRoutes(scenario, name)) world.apply(name, { kind: 'route-add', route });
    applyNodeRules(world, name);
    for (const [path, value] of nodeSysctls(scenario, name)) world.apply(name, sysctl(path, value));
  }
  for (const [name, pod] of scenario.pods) if (!pod.absent) addPod(world, name, pod);
  return world;
}

function nodeSysctls(scenario: Scenario, name: string): [string, string | number][] {
  return Object.entries({ ...scenario.nodeSysctls, ...scenario.nodes.get(name)?.sysctls });
}
