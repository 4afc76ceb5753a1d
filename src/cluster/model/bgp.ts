/**
 * BGPConfiguration `default` and the BGPPeers as route distribution reads them.
 */
import { type Cidr, parseCidr } from '../../addr/cidr';
import { parseIpv4 } from '../../addr/ipv4';
import {
  type BgpPeer,
  type BgpSettings,
  DEFAULT_BGP_SETTINGS,
} from '../../calico/bgp/bgp-settings';
import { bgpConfigurationKind } from '../../calico/resources/bgp-configuration';
import { type BgpPeer as BgpPeerResource, bgpPeerKind } from '../../calico/resources/bgp-peer';
import { selector } from '../../k8s/labels';
import type { ResourceStore } from '../../k8s/store';

export function bgpOf(store: ResourceStore): BgpSettings {
  const spec = store.get(bgpConfigurationKind, 'default')?.spec;
  const asNumber = spec?.asNumber ?? DEFAULT_BGP_SETTINGS.asNumber;
  return {
    asNumber,
    nodeToNodeMeshEnabled: spec?.nodeToNodeMeshEnabled ?? true,
    peers: store.list(bgpPeerKind).map((peer) => peerOf(peer, asNumber)),
    serviceClusterIPs: cidrsOf(spec?.serviceClusterIPs),
    serviceExternalIPs: cidrsOf(spec?.serviceExternalIPs),
    serviceLoadBalancerIPs: cidrsOf(spec?.serviceLoadBalancerIPs),
  };
}

function cidrsOf(list: readonly { readonly cidr?: string | undefined }[] = []): readonly Cidr[] {
  return list.flatMap(({ cidr }) => parseCidr(cidr ?? '') ?? []);
}

function peerOf({ metadata, spec }: BgpPeerResource, clusterAs: number): BgpPeer {
  const nodes = selector(spec.nodeSelector ?? '').matches;
  const address = parseIpv4(spec.peerIP ?? '');
  return {
    name: metadata.name,
    appliesTo: ({ name, labels }) => (spec.node ? spec.node === name : nodes(labels)),
    peer:
      address === undefined
        ? { kind: 'selector', matches: selector(spec.peerSelector ?? '').matches }
        : { kind: 'address', address, asNumber: Number(spec.asNumber ?? clusterAs) },
  };
}
