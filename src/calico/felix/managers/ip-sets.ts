/**
 * Felix's IP sets that do not come from policies (felix/dataplane/linux/masq_mgr.go, ipip_mgr.go,
 * vxlan_mgr.go, hostip_mgr.go). All but the last are the same on every node.
 */
import { type Cidr, formatCidr } from '../../../addr/cidr';
import { formatIpv4, type Ipv4 } from '../../../addr/ipv4';
import type { IpSetState } from '../../../host/host-state';
import type { CalicoModel, CalicoNode } from '../../model';
import { indexOf } from '../../model-index';
import { perModel } from '../../per-model';

export function ipSets(model: CalicoModel, node: CalicoNode): readonly IpSetState[] {
  return [...clusterIpSets(model), thisHost(model, node)];
}

const clusterIpSets = perModel((model): readonly IpSetState[] => {
  const { pools, nodes, felix } = model;
  const { hasIpip, hasVxlan } = indexOf(model);
  const sets = [
    netSet('cali40all-ipam-pools', cidrs(pools)),
    netSet('cali40masq-ipam-pools', cidrs(pools.filter(({ natOutgoing }) => natOutgoing))),
  ];
  if (hasIpip || felix.natOutgoingExclusions === 'IPPoolsAndHostIPs') {
    sets.push(netSet('cali40all-hosts-net', [...addressesOf(nodes), ...felix.externalNodesList]));
  }
  if (hasVxlan) {
    const vteps = nodes.filter(({ vxlanTunnelAddress }) => vxlanTunnelAddress !== undefined);
    sets.push(netSet('cali40all-vxlan-net', [...addressesOf(vteps), ...felix.externalNodesList]));
  }
  return sets;
});

/** Every address of the host's own; a packet to one of them is for the host. */
function thisHost(model: CalicoModel, node: CalicoNode): IpSetState {
  const { hasIpip, hasVxlan } = indexOf(model);
  const addresses: (Ipv4 | undefined)[] = [node.address.address];
  if (hasIpip) addresses.push(node.ipipTunnelAddress);
  if (hasVxlan) addresses.push(node.vxlanTunnelAddress);
  const own = addresses.filter((address) => address !== undefined).map(formatIpv4);
  return { name: 'cali40this-host', type: 'hash:ip', members: ['127.0.0.1', ...own] };
}

function netSet(name: string, members: readonly string[]): IpSetState {
  return { name, type: 'hash:net', members: [...new Set(members)] };
}

function cidrs(pools: readonly { readonly cidr: Cidr }[]): readonly string[] {
  return pools.map(({ cidr }) => formatCidr(cidr));
}

function addressesOf(nodes: readonly CalicoNode[]): readonly string[] {
  return nodes.map(({ address }) => formatIpv4(address.address));
}
