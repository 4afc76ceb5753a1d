/**
 * What BGPConfiguration `default` and the BGPPeers say (api/pkg/apis/projectcalico/v3/bgpconfig.go,
 * bgppeer.go), defaults filled in.
 */
import type { Cidr } from '../../addr/cidr';
import type { Ipv4 } from '../../addr/ipv4';
import type { LabelPredicate, Labels } from '../model';

export interface BgpSettings {
  readonly asNumber: number;
  readonly nodeToNodeMeshEnabled: boolean;
  readonly peers: readonly BgpPeer[];
  /** Service addresses that BIRD may announce; Felix keeps packets to unused ones from looping. */
  readonly serviceClusterIPs: readonly Cidr[];
  readonly serviceExternalIPs: readonly Cidr[];
  readonly serviceLoadBalancerIPs: readonly Cidr[];
}

export interface BgpPeer {
  readonly name: string;
  /** Which nodes have this peer; a peer of one node selects by its name. */
  readonly appliesTo: (node: { readonly name: string; readonly labels: Labels }) => boolean;
  /** The other side: nodes by their labels, or whoever has the address. */
  readonly peer:
    | { readonly kind: 'selector'; readonly matches: LabelPredicate }
    | { readonly kind: 'address'; readonly address: Ipv4; readonly asNumber: number };
}

export const DEFAULT_BGP_SETTINGS: BgpSettings = {
  asNumber: 64512,
  nodeToNodeMeshEnabled: true,
  peers: [],
  serviceClusterIPs: [],
  serviceExternalIPs: [],
  serviceLoadBalancerIPs: [],
};
