/**
 * Nodes as Calico's side sees them: Kubernetes' Node, Calico's own where there is one, and what
 * calico-node finds out on the host.
 */
import { type InterfaceAddress, parseInterfaceAddress } from '../../addr/cidr';
import type { Ipv4 } from '../../addr/ipv4';
import type { CalicoNode, Labels } from '../../calico/model';
import { type CalicoNode as CalicoNodeResource, calicoNodeKind } from '../../calico/resources/node';
import { internalIpOf, type Node, nodeKind } from '../../k8s/resources/node';
import type { ResourceStore } from '../../k8s/store';
import { NODE_NIC, segmentOf } from '../machines';
import type { Plan } from '../plan';

/** The addresses of a node's tunnel devices, once IPAM has given them. */
export interface TunnelAddresses {
  readonly ipip: Ipv4 | undefined;
  readonly vxlan: Ipv4 | undefined;
}

const NO_TUNNELS: TunnelAddresses = { ipip: undefined, vxlan: undefined };

export function nodesOf(
  store: ResourceStore,
  plan: Plan,
  tunnels: ReadonlyMap<string, TunnelAddresses>,
): readonly CalicoNode[] {
  return store.list(nodeKind).map((node) => {
    return nodeOf(store, plan, node, tunnels.get(node.metadata.name) ?? NO_TUNNELS);
  });
}

function nodeOf(
  store: ResourceStore,
  plan: Plan,
  node: Node,
  tunnels: TunnelAddresses,
): CalicoNode {
  const { name } = node.metadata;
  const written = store.get(calicoNodeKind, name);
  const bgp = written?.spec.bgp;
  const segment = segmentOf(plan, internalIpOf(node));
  return {
    name,
    labels: mergedLabels(node, written),
    address: bgpAddress(bgp?.ipv4Address) ?? detectedAddress(plan, node),
    nic: { name: NODE_NIC, mtu: segment?.link.mtu ?? 1500 },
    gateway: segment && plan.gatewayOf(segment),
    asNumber: bgp?.asNumber === undefined ? undefined : Number(bgp.asNumber),
    routeReflectorClusterId: bgp?.routeReflectorClusterID,
    ipipTunnelAddress: tunnels.ipip,
    vxlanTunnelAddress: tunnels.vxlan,
    defaultRpFilter: 0,
  };
}

/** Those of Kubernetes win, as in calico-node (libcalico-go, backend/k8s/resources/node.go). */
function mergedLabels(node: Node, written: CalicoNodeResource | undefined): Labels {
  const { labels } = node.metadata;
  return written === undefined ? labels : { ...written.metadata.labels, ...labels };
}

function bgpAddress(text: string | undefined): InterfaceAddress | undefined {
  return text === undefined ? undefined : parseInterfaceAddress(text);
}

/** What `first-found` finds: the network card's address with the length of its subnet. */
function detectedAddress(plan: Plan, node: Node): InterfaceAddress {
  const address = internalIpOf(node);
  return { address, length: segmentOf(plan, address)?.cidr.length ?? 32 };
}
