/**
 * The routes that BIRD puts into a node's kernel (confd's bird_ipam.cfg.template, filter
 * `calico_kernel_programming`): a blackhole for each of the node's own blocks, so that nothing leaves
 * for an address that no pod has, and a way to the blocks of every node whose announcement arrives.
 *
 * A node's routes to another differ little from its neighbours', so the same `Route`s serve them all.
 */
import type { Cidr } from '../../addr/cidr';
import type { Ipv4 } from '../../addr/ipv4';
import type { Route } from '../../host/route';
import { type Advertisement, advertisementsOf } from '../advertisement';
import type { CalicoModel, CalicoNode, IpPool } from '../model';
import { blocksOf, indexOf, isOnSubnetOf } from '../model-index';
import { perModel } from '../per-model';
import { announcementsTo } from './propagation';

export function bgpRoutes(model: CalicoModel, node: CalicoNode): readonly Route[] {
  const routes = blackholes(model, node);
  // What `gateway recursive` finds for next hops on other subnets.
  const detour = `${node.gateway} ${node.nic.name}`;
  const direct = node.nic.name;
  for (const { origin, nextHop } of announcementsTo(model, node)) {
    const isNeighbour = isOnSubnetOf(node, nextHop);
    const known = listsFor(model, origin, nextHop);
    const key = isNeighbour ? direct : detour;
    let list = known.get(key);
    if (list === undefined) {
      list = routesTo(model, node, origin, nextHop);
      known.set(key, list);
    }
    for (const route of list) routes.push(route);
  }
  return routes;
}

function blackholes(model: CalicoModel, node: CalicoNode): Route[] {
  const { pools } = indexOf(model);
  return blocksOf(model, node)
    .map(({ cidr }) => cidr)
    .filter((block) => isProgrammedByBird(pools.lookup(block.address)))
    .map((destination) => birdRoute('blackhole', destination, undefined, undefined, false));
}

type RouteLists = Map<string, readonly Route[]>;

const routeLists = perModel(() => new Map<CalicoNode, Map<CalicoNode, RouteLists>>());

/** The lists made so far for an origin and a next hop, by the device that leads there. */
function listsFor(model: CalicoModel, origin: CalicoNode, nextHop: CalicoNode): RouteLists {
  const ofModel = routeLists(model);
  const ofOrigin = ofModel.get(origin) ?? new Map<CalicoNode, RouteLists>();
  const lists = ofOrigin.get(nextHop) ?? new Map();
  ofModel.set(origin, ofOrigin.set(nextHop, lists));
  return lists;
}

function routesTo(
  model: CalicoModel,
  node: CalicoNode,
  origin: CalicoNode,
  nextHop: CalicoNode,
): readonly Route[] {
  return advertisementsOf(model, origin)
    .filter(({ pool }) => !pool?.disableBGPExport && isProgrammedByBird(pool))
    .map((advertisement) => routeTo(advertisement, node, nextHop));
}

function routeTo({ prefix, pool }: Advertisement, node: CalicoNode, nextHop: CalicoNode): Route {
  const peer = nextHop.address.address;
  const isNeighbour = isOnSubnetOf(node, nextHop);
  const mode = pool?.ipipMode ?? 'Never';
  if (mode === 'Always' || (mode === 'CrossSubnet' && !isNeighbour)) {
    return birdRoute('unicast', prefix, peer, 'tunl0', true);
  }
  return birdRoute('unicast', prefix, isNeighbour ? peer : node.gateway, node.nic.name, false);
}

/** Routes of VXLAN pools are Felix's. */
function isProgrammedByBird(pool: IpPool | undefined): boolean {
  return pool === undefined || pool.vxlanMode === 'Never';
}

function birdRoute(
  type: 'unicast' | 'blackhole',
  destination: Cidr,
  via: Ipv4 | undefined,
  device: string | undefined,
  onlink: boolean,
): Route {
  return {
    type,
    destination,
    via,
    device,
    source: undefined,
    scope: 'global',
    proto: 'bird',
    metric: 0,
    onlink,
  };
}
