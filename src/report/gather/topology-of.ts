/**
 * The lab as a report draws it, from what a driver says of it.
 */
import { formatIpv4, type Ipv4 } from '../../addr/ipv4';
import type { Inventory } from '../../driver/driver';
import type { Topology } from '../model/topology';

export function topologyOf(inventory: Inventory): Topology {
  const { nodes, workloads, segments, routers, outside } = inventory;
  return {
    nodes: nodes.map(({ name, address, nic }) => ({ name, address: formatIpv4(address), nic })),
    workloads: workloads.map(({ pod, node, address, interface: device }) => ({
      pod,
      node,
      address: formatIpv4(address),
      interface: device,
    })),
    segments: segments.map(({ name, cidr }) => ({ name, cidr })),
    routers: routers.map(({ name, addresses }) => ({ name, addresses: addresses.map(dotted) })),
    outside: outside.map(({ name, address }) => ({ name, address: formatIpv4(address) })),
  };
}

function dotted(address: Ipv4): string {
  return formatIpv4(address);
}
