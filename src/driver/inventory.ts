/**
 * What of a simulated cluster a sentence can name.
 */
import { cidrContains, formatCidr } from '../addr/cidr';
import type { Cluster } from '../cluster/cluster';
import type { ControlPlane } from '../cluster/control-plane';
import { NODE_NIC } from '../cluster/machines';
import { internalIpOf, nodeKind } from '../k8s/resources/node';
import type { Block, Inventory, Pool, Workload } from './driver';

export function inventoryOf(cluster: Cluster): Inventory {
  const { control } = cluster;
  const { plan, store } = control;
  return {
    nodes: store.list(nodeKind).map((node) => ({
      name: node.metadata.name,
      address: internalIpOf(node),
      nic: NODE_NIC,
    })),
    workloads: workloadsOf(control),
    segments: plan.segments.map(({ name, cidr }) => ({ name, cidr: formatCidr(cidr) })),
    routers: plan.routers.map(({ name, addresses }) => ({ name, addresses })),
    outside: plan.hosts.map(({ name, address }) => ({ name, address })),
    pools: poolsOf(control),
    blocks: blocksOf(control),
  };
}

function workloadsOf({ endpoints }: ControlPlane): readonly Workload[] {
  return endpoints.map(({ netns, node, address, interface: name, profiles }) => ({
    pod: netns,
    node,
    address,
    interface: name,
    profiles,
  }));
}

function poolsOf({ model }: ControlPlane): readonly Pool[] {
  return model.pools.map((pool) => ({
    name: pool.name,
    cidr: formatCidr(pool.cidr),
    blockSize: pool.blockSize,
    ipipMode: pool.ipipMode,
    vxlanMode: pool.vxlanMode,
    natOutgoing: pool.natOutgoing,
  }));
}

/** By address; what is in use includes the node's tunnel addresses. */
function blocksOf({ model, ipam }: ControlPlane): readonly Block[] {
  const { pools } = model;
  return [...ipam.blocks()]
    .filter(({ cidr }) => pools.some((pool) => cidrContains(pool.cidr, cidr.address)))
    .sort((one, other) => one.cidr.address - other.cidr.address)
    .map(({ cidr, node, allocations }) => ({
      cidr: formatCidr(cidr),
      node,
      addressesInUse: allocations.size,
    }));
}
