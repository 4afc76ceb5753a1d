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
import { type Announcement, announcementsTo } from './propagation';

export function bgpRoutes(model: CalicoModel, node: CalicoNode): readonly Route[] {
  const routes = blackholes(model, node);
  const direct = routeLists(model, `${node.nic.name}`);
  // What `gateway recursive` finds for next hops on other subnets.
  const detour = routeLists(model, `${node.nic.name} ${node.gateway}`);
  for (const announcement of announcementsTo(model, node)) {
    const lists = isOnSubnetOf(node, announcement.nextHop) ? direct : detour;
    let list = lists.get(announcement);
    if (list === undefined) {
      list = routesTo(model, node, announcement);
      lists.set(announcement, list);
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

type RouteLists = Map<Announcement, readonly Route[]>;

const listsByWay = perModel(() => new Map<string, RouteLists>());

/** The routes made so far for nodes that go the same way to the next hops in question. */
function routeLists(model: CalicoModel, way: string): RouteLists {
  const ofModel = listsByWay(model);
  const lists = ofModel.get(way) ?? new Map();
  ofModel.set(way, lists);
  return lists;
}

function routesTo(
  model: CalicoModel,
  node: CalicoNode,
  { origin, nextHop }: Announcement,
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
