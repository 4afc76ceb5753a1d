/**
 * What BIRD knows, from `birdc show route all` (BIRD 2, nest/rt-show.c), and what of it Calico's patched
 * BIRD would put into the kernel (confd's bird_ipam.cfg.template, filter `calico_kernel_programming`).
 */
import { cidr } from '../../../addr/cidr';
import { type Ipv4, ipv4 } from '../../../addr/ipv4';
import type { CalicoModel, CalicoNode, IpPool } from '../../../calico/model';
import { indexOf, isOnSubnetOf } from '../../../calico/model-index';
import type { Route } from '../../../host/route';

/** A best route of the table master4. */
interface BirdRoute {
  readonly prefix: Route['destination'];
  /** `undefined` for what the node announces of its own. */
  readonly nextHop: Ipv4 | undefined;
  readonly gateway: Ipv4 | undefined;
  readonly device: string | undefined;
}

const HEAD = /^(\d\S*)?\s+(?:unicast|blackhole) \[\S+ [^\]]*\] (\*)?/;
const WAY = /^\tvia (\S+) on (\S+)/;
const NEXT_HOP = /^\tBGP\.next_hop: (\S+)/;

export function readBirdRoutes(text: string): readonly BirdRoute[] {
  const routes: { -readonly [Field in keyof BirdRoute]: BirdRoute[Field] }[] = [];
  let prefix = '';
  let isBest = false;
  for (const line of text.split('\n')) {
    const head = HEAD.exec(line);
    if (head !== null) {
      prefix = head[1] ?? prefix;
      isBest = head[2] !== undefined;
      const [nextHop, gateway, device] = [undefined, undefined, undefined];
      if (isBest) routes.push({ prefix: cidr(prefix), nextHop, gateway, device });
    }
    const route = routes.at(-1);
    if (route === undefined || !isBest) continue;
    const [, gateway, device] = WAY.exec(line) ?? [];
    if (gateway !== undefined) [route.gateway, route.device] = [ipv4(gateway), device];
    const [, nextHop] = NEXT_HOP.exec(line) ?? [];
    if (nextHop !== undefined) route.nextHop = ipv4(nextHop);
  }
  return routes;
}

export function kernelRoutes(
  model: CalicoModel,
  node: CalicoNode,
  learned: readonly BirdRoute[],
): readonly Route[] {
  return learned.flatMap((route) => {
    const pool = indexOf(model).pools.lookup(route.prefix.address);
    // Routes of VXLAN pools are Felix's.
    if (pool !== undefined && pool.vxlanMode !== 'Never') return [];
    return kernelRoute(model, node, route, pool);
  });
}

function kernelRoute(
  model: CalicoModel,
  node: CalicoNode,
  { prefix, nextHop, gateway, device }: BirdRoute,
  pool: IpPool | undefined,
): readonly Route[] {
  const plain = birdRoute(prefix);
  // An address of one's own from another's block has its route by Felix.
  if (nextHop === undefined) return prefix.length === 32 ? [] : [{ ...plain, type: 'blackhole' }];
  const other = model.nodes.find(({ address }) => address.address === nextHop);
  const isNeighbour = other !== undefined && isOnSubnetOf(node, other);
  const mode = pool?.ipipMode ?? 'Never';
  if (mode === 'Always' || (mode === 'CrossSubnet' && !isNeighbour)) {
    return [{ ...plain, via: nextHop, device: 'tunl0', onlink: true }];
  }
  return [{ ...plain, via: gateway, device }];
}

function birdRoute(destination: Route['destination']): Route {
  return {
    type: 'unicast',
    destination,
    via: undefined,
    device: undefined,
    source: undefined,
    scope: 'global',
    proto: 'bird',
    metric: 0,
    onlink: false,
  };
}
