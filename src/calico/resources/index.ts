/** Every kind of Calico's that is known. A new one is a file beside this and a line here. */
import { bgpConfigurationKind } from './bgp-configuration';
import { bgpPeerKind } from './bgp-peer';
import { clusterInformationKind } from './cluster-information';
import { felixConfigurationKind } from './felix-configuration';
import { globalNetworkPolicyKind } from './global-network-policy';
import { hostEndpointKind } from './host-endpoint';
import { ipPoolKind } from './ip-pool';
import { ipReservationKind } from './ip-reservation';
import { ipamConfigurationKind } from './ipam-configuration';
import { calicoNetworkPolicyKind } from './network-policy';
import { globalNetworkSetKind, networkSetKind } from './network-set';
import { calicoNodeKind } from './node';

export const calicoKinds = [
  bgpConfigurationKind,
  bgpPeerKind,
  clusterInformationKind,
  felixConfigurationKind,
  globalNetworkPolicyKind,
  globalNetworkSetKind,
  hostEndpointKind,
  ipPoolKind,
  ipReservationKind,
  ipamConfigurationKind,
  calicoNetworkPolicyKind,
  networkSetKind,
  calicoNodeKind,
] as const;
