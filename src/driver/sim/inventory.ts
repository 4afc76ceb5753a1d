/**
 * What of a simulated cluster a sentence can name.
 */
import { cidrContains, formatCidr } from '../../addr/cidr';
import type { Cluster } from '../../cluster/cluster';
import { NODE_NIC } from '../../cluster/machines';
import { internalIpOf, nodeKind } from '../../k8s/resources/node';
import type { Block, Inventory, Pool, Workload } from '../driver';

export function inventoryOf(cluster: Cluster): Inventory {
  const { plan, store } = cluster;
  return {
    nodes: store.list(nodeKind).map((node) => ({
      name: node.metadata.name,
      address: internalIpOf(node),
      nic: NODE_NIC,
    })),
    workloads: workloadsOf(cluster),
    segments: plan.segments.map(({ name, cidr }) => ({ name, cidr: formatCidr(cidr) })),
    routers: plan.routers.map(({ name, addresses }) => ({ name, addresses })),
    outside: plan.hosts.map(({ name, address }) => ({ name, address })),
    pools: poolsOf(cluster),
    blocks: blocksOf(cluster),
  };
}

function workloadsOf({ endpoints }: Cluster): readonly Workload[] {
  return endpoints.map(({ netns, node, address, interface: name, profiles }) => ({
    pod: netns,
    node,
    address,
    interface: name,
    profiles,
  }));
}

function poolsOf(cluster: Cluster): readonly Pool[] {
  return cluster.model().pools.map((pool) => ({
    name: pool.name,
    cidr: formatCidr(pool.cidr),
    blockSize: pool.blockSize,
    ipipMode: pool.ipipMode,
    vxlanMode: pool.vxlanMode,
    natOutgoing: pool.natOutgoing,
  }));
}

/** By address; what is in use includes the node's tunnel addresses. */
function blocksOf(cluster: Cluster): readonly Block[] {
  const { pools } = cluster.model();
  return [...cluster.ipam.blocks()]
    .filter(({ cidr }) => pools.some((pool) => cidrContains(pool.cidr, cidr.address)))
    .sort((one, other) => one.cidr.address - other.cidr.address)
    .map(({ cidr, node, allocations }) => ({
      cidr: formatCidr(cidr),
      node,
      addressesInUse: allocations.size,
    }));
}
