/**
 * What is valid, but would not have the effect here that it has on a cluster. To accept it in silence
 * would be a lie about every packet that follows, so it is refused, with the reason. This is the one
 * list; whoever teaches the simulation a thing takes it off.
 */
import { bgpConfigurationKind } from '../../calico/resources/bgp-configuration';
import { bgpPeerKind } from '../../calico/resources/bgp-peer';
import { felixConfigurationKind } from '../../calico/resources/felix-configuration';
import { globalNetworkPolicyKind } from '../../calico/resources/global-network-policy';
import { hostEndpointKind } from '../../calico/resources/host-endpoint';
import { type IpPool, ipPoolKind } from '../../calico/resources/ip-pool';
import { ipamConfigurationKind } from '../../calico/resources/ipam-configuration';
import { calicoNetworkPolicyKind } from '../../calico/resources/network-policy';
import { networkPolicyKind } from '../../k8s/resources/network-policy';
import { podKind } from '../../k8s/resources/pod';
import { serviceKind } from '../../k8s/resources/service';
import { type AnyResource, isOfKind, type Kind, type Objection } from '../../manifest/kind';
import { felixFieldWithEffect } from './felix-fields-modelled';

const POLICY = 'no policy is programmed yet, so every packet would pass';

const KINDS_NOT_MODELLED: readonly { readonly kind: Kind; readonly because: string }[] = [
  { kind: networkPolicyKind, because: POLICY },
  { kind: calicoNetworkPolicyKind, because: POLICY },
  { kind: globalNetworkPolicyKind, because: POLICY },
  { kind: hostEndpointKind, because: 'no rules for host endpoints are programmed yet' },
  { kind: serviceKind, because: 'there is no kube-proxy yet, so its address would lead nowhere' },
];

/** Fields that change what packets do on a cluster, and nothing here. */
const BGP_PEER_FIELDS = [
  'filters',
  'keepOriginalNextHop',
  'localASNumber',
  'localWorkloadSelector',
  'nextHopMode',
  'numAllowedLocalASNumbers',
  'reachableBy',
  'reversePeering',
  'ttlSecurity',
] as const;

const BGP_CONFIGURATION_FIELDS = [
  'ipv4NormalRoutePriority',
  'localWorkloadPeeringIPV4',
  'programClusterRoutes',
] as const;

const NOT_FOLLOWED = 'the simulation does not follow it';

/** The first thing in the resource that the simulation would not follow. */
export function whyNotModelled(kind: Kind, resource: AnyResource): Objection | undefined {
  const found = KINDS_NOT_MODELLED.find((row) => row.kind === kind);
  if (found !== undefined) return notModelled(['kind'], `${kind.kind} is valid`, found.because);
  if (isOfKind(ipPoolKind, resource)) return whyNotPool(resource.spec);
  if (isOfKind(podKind, resource)) {
    const because = 'every pod gets a network of its own here';
    return resource.spec.hostNetwork ? notField('hostNetwork', because) : undefined;
  }
  if (isOfKind(ipamConfigurationKind, resource)) {
    const because = 'a released address may be given out again at once';
    return resource.spec.ipCooldownSeconds ? notField('ipCooldownSeconds', because) : undefined;
  }
  if (isOfKind(bgpPeerKind, resource)) return whyNotFields(resource.spec, BGP_PEER_FIELDS);
  if (isOfKind(bgpConfigurationKind, resource)) {
    return whyNotName(resource) ?? whyNotFields(resource.spec, BGP_CONFIGURATION_FIELDS);
  }
  if (isOfKind(felixConfigurationKind, resource)) {
    const field = felixFieldWithEffect(resource.spec);
    return whyNotName(resource) ?? (field ? notField(field, NOT_FOLLOWED) : undefined);
  }
  return undefined;
}

function whyNotPool(spec: IpPool['spec']): Objection | undefined {
  if (spec.cidr.includes(':')) return notField('cidr', 'only IPv4 is simulated');
  if (spec.assignmentMode === 'Manual') {
    return notField('assignmentMode', 'addresses are always assigned automatically');
  }
  if (spec.namespaceSelector !== undefined) return notField('namespaceSelector', NOT_FOLLOWED);
  if (spec.allowedUses.includes('LoadBalancer')) {
    return notField('allowedUses', 'there are no Services of type LoadBalancer');
  }
  return undefined;
}

/** The settings of one node (`node.NAME`) override those of all (`default`); here there are the latter. */
function whyNotName({ kind, metadata: { name } }: AnyResource): Objection | undefined {
  if (name === 'default') return undefined;
  const because = 'only the one called default is followed';
  return notModelled(['metadata', 'name'], `${kind} ${name} is valid`, because);
}

function whyNotFields<Spec>(
  spec: Spec,
  names: readonly (keyof Spec & string)[],
): Objection | undefined {
  const name = names.find((field) => spec[field] !== undefined);
  return name && notField(name, NOT_FOLLOWED);
}

function notField(name: string, because: string): Objection {
  return notModelled(['spec', name], 'valid', because);
}

function notModelled(path: Objection['path'], what: string, because: string): Objection {
  return { path, says: `${what}, but not modelled yet: ${because}` };
}
