/**
 * The kinds that are stored as they are written, with the names and the columns that calicoctl has for
 * them (calicoctl/resourcemgr, one file a kind there; the order of fields is that of Go's structs).
 */
import { bgpConfigurationKind } from '../../../calico/resources/bgp-configuration';
import { bgpPeerKind } from '../../../calico/resources/bgp-peer';
import { felixConfigurationKind } from '../../../calico/resources/felix-configuration';
import { globalNetworkPolicyKind } from '../../../calico/resources/global-network-policy';
import { hostEndpointKind } from '../../../calico/resources/host-endpoint';
import { ipPoolKind } from '../../../calico/resources/ip-pool';
import { ipReservationKind } from '../../../calico/resources/ip-reservation';
import { ipamConfigurationKind } from '../../../calico/resources/ipam-configuration';
import { calicoNetworkPolicyKind } from '../../../calico/resources/network-policy';
import { globalNetworkSetKind, networkSetKind } from '../../../calico/resources/network-set';
import type { Cluster } from '../../cluster';
import { type CalicoRecord, specList, specText } from './calico-record';
import type { ResourceType } from './resource-type';
import { storedType } from './stored-type';

const NAME = (record: CalicoRecord) => record.metadata.name;
const NAMESPACE = (record: CalicoRecord) => record.metadata.namespace ?? '';
const field = (name: string) => (record: CalicoRecord) => specText(record, name);
/** A pointer to nothing. */
const orNil = (name: string) => (record: CalicoRecord) => specText(record, name) || '<nil>';
const orElse = (name: string, other: string) => (record: CalicoRecord) =>
  specText(record, name) || other;

const LIST_LENGTH_MAX = 80;

/** The members, cut where they are many. */
const truncated = (name: string) => (record: CalicoRecord) => {
  const text = specList(record, name).join(',');
  return text.length > LIST_LENGTH_MAX ? `${text.slice(0, LIST_LENGTH_MAX - 3)}...` : text;
};

const policy = {
  narrow: ['NAME'],
  wide: ['NAME', 'ORDER', 'SELECTOR'],
  columns: { NAME, ORDER: orNil('order'), SELECTOR: field('selector') },
  fields: ['order', 'ingress', 'egress', 'selector', 'types', 'doNotTrack', 'preDNAT'],
  pointers: ['order'],
  sinceV330: { tier: 'default' },
};

const bgpConfigurationType = storedType({
  kind: bgpConfigurationKind,
  names: ['bgpconfiguration', 'bgpconfigurations', 'bgpconfig', 'bgpconfigs'],
  narrow: ['NAME', 'LOGSEVERITY', 'MESHENABLED', 'ASNUMBER'],
  wide: ['NAME', 'LOGSEVERITY', 'MESHENABLED', 'ASNUMBER'],
  columns: {
    NAME,
    LOGSEVERITY: field('logSeverityScreen'),
    MESHENABLED: orElse('nodeToNodeMeshEnabled', '-'),
    ASNUMBER: orElse('asNumber', '-'),
  },
  fields: [
    'logSeverityScreen',
    'nodeToNodeMeshEnabled',
    'asNumber',
    'serviceLoadBalancerIPs',
    'serviceExternalIPs',
    'serviceClusterIPs',
    'communities',
    'prefixAdvertisements',
    'listenPort',
    'nodeMeshPassword',
    'nodeMeshMaxRestartTime',
    'bindMode',
    'ignoredInterfaces',
  ],
  pointers: ['nodeToNodeMeshEnabled', 'asNumber'],
  sinceV330: { serviceLoadBalancerAggregation: 'Enabled' },
});

const bgpPeerType = storedType({
  kind: bgpPeerKind,
  names: ['bgppeer', 'bgppeers', 'bgpp', 'bgpps', 'bp', 'bps'],
  narrow: ['NAME', 'PEERIP', 'NODE', 'ASN'],
  wide: ['NAME', 'PEERIP', 'NODE', 'ASN'],
  columns: {
    NAME,
    PEERIP: field('peerIP'),
    NODE: (record) => specText(record, 'node') || specText(record, 'nodeSelector') || '(global)',
    ASN: orElse('asNumber', '0'),
  },
  fields: [
    'node',
    'nodeSelector',
    'peerIP',
    'asNumber',
    'peerSelector',
    'keepOriginalNextHop',
    'password',
    'sourceAddress',
    'maxRestartTime',
    'numAllowedLocalASNumbers',
    'ttlSecurity',
    'reachableBy',
    'filters',
  ],
});

/** libcalico-go/lib/clientv3/felixconfig.go */
const FELIX_FILLED_IN = {
  bpfConnectTimeLoadBalancing: 'TCP',
  bpfHostNetworkedNATWithoutCTLB: 'Enabled',
  floatingIPs: 'Disabled',
};

const felixConfigurationType = storedType({
  kind: felixConfigurationKind,
  names: ['felixconfiguration', 'felixconfigurations', 'felixconfig', 'felixconfigs'],
  narrow: ['NAME'],
  wide: ['NAME'],
  columns: { NAME },
  pointers: 'all',
  always: { bpfLogLevel: '' },
  sinceV330: { nftablesFlowTableOffload: 'Disabled', nftablesMode: 'Auto' },
  filledIn: FELIX_FILLED_IN,
  made: { ...FELIX_FILLED_IN, logSeverityScreen: 'Info', reportingInterval: '0s' },
});

const globalNetworkPolicyType = storedType({
  ...policy,
  kind: globalNetworkPolicyKind,
  names: ['globalnetworkpolicy', 'globalnetworkpolicies', 'gnp', 'gnps'],
});

const globalNetworkSetType = storedType({
  kind: globalNetworkSetKind,
  names: ['globalnetworkset', 'globalnetworksets', 'gnetsets'],
  narrow: ['NAME'],
  wide: ['NAME', 'NETS'],
  columns: { NAME, NETS: truncated('nets') },
});

const hostEndpointType = storedType({
  kind: hostEndpointKind,
  names: ['hostendpoint', 'hostendpoints', 'hep', 'heps'],
  narrow: ['NAME', 'NODE'],
  wide: ['NAME', 'NODE', 'INTERFACE', 'IPS', 'PROFILES'],
  columns: {
    NAME,
    NODE: field('node'),
    INTERFACE: field('interfaceName'),
    IPS: (record) => specList(record, 'expectedIPs').join(','),
    PROFILES: (record) => specList(record, 'profiles').join(','),
  },
  fields: ['node', 'interfaceName', 'expectedIPs', 'profiles', 'ports'],
});

const ipPoolType = storedType({
  kind: ipPoolKind,
  names: ['ippool', 'ippools', 'ipp', 'ipps', 'pool', 'pools'],
  narrow: ['NAME', 'CIDR', 'SELECTOR'],
  wide: [
    'NAME',
    'CIDR',
    'NAT',
    'IPIPMODE',
    'VXLANMODE',
    'DISABLED',
    'DISABLEBGPEXPORT',
    'SELECTOR',
  ],
  columns: {
    NAME,
    CIDR: field('cidr'),
    NAT: orElse('natOutgoing', 'false'),
    IPIPMODE: orElse('ipipMode', 'Never'),
    VXLANMODE: orElse('vxlanMode', 'Never'),
    DISABLED: orElse('disabled', 'false'),
    DISABLEBGPEXPORT: orElse('disableBGPExport', 'false'),
    SELECTOR: field('nodeSelector'),
  },
  fields: [
    'cidr',
    'vxlanMode',
    'ipipMode',
    'natOutgoing',
    'disabled',
    'disableBGPExport',
    'blockSize',
    'nodeSelector',
    'allowedUses',
  ],
  sinceV330: { assignmentMode: 'Automatic' },
  beforeDelete: releaseBlocks,
});

const ipReservationType = storedType({
  kind: ipReservationKind,
  names: ['ipreservation', 'ipreservations', 'reservation', 'reservations'],
  narrow: ['NAME'],
  wide: ['NAME', 'CIDRS'],
  columns: { NAME, CIDRS: truncated('reservedCIDRs') },
});

/** calicoctl has it since it was made a kind of the API; before, `ipam configure` was the only way. */
const ipamConfigurationType = storedType({
  kind: ipamConfigurationKind,
  names: ['ipamconfiguration', 'ipamconfigurations', 'ipamconfig', 'ipamconfigs'],
  narrow: ['NAME', 'STRICTAFFINITY', 'AUTOALLOCATEBLOCKS'],
  wide: ['NAME', 'STRICTAFFINITY', 'AUTOALLOCATEBLOCKS', 'MAXBLOCKSPERHOST'],
  columns: {
    NAME,
    STRICTAFFINITY: field('strictAffinity'),
    AUTOALLOCATEBLOCKS: field('autoAllocateBlocks'),
    MAXBLOCKSPERHOST: orElse('maxBlocksPerHost', '0'),
  },
  fields: ['strictAffinity', 'maxBlocksPerHost', 'autoAllocateBlocks'],
  made: { strictAffinity: false, autoAllocateBlocks: true },
  pointers: ['strictAffinity', 'autoAllocateBlocks'],
});

const networkPolicyType = storedType({
  ...policy,
  kind: calicoNetworkPolicyKind,
  names: ['networkpolicy', 'networkpolicies', 'policy', 'np', 'policies', 'pol', 'pols'],
  columns: { ...policy.columns, NAMESPACE },
});

const networkSetType = storedType({
  kind: networkSetKind,
  names: ['networkset', 'networksets', 'netsets'],
  narrow: ['NAME'],
  wide: ['NAME', 'NETS'],
  columns: { NAME, NAMESPACE, NETS: truncated('nets') },
});

export const storedTypes: readonly ResourceType[] = [
  bgpConfigurationType,
  bgpPeerType,
  felixConfigurationType,
  globalNetworkPolicyType,
  globalNetworkSetType,
  hostEndpointType,
  ipPoolType,
  ipReservationType,
  ipamConfigurationType,
  networkPolicyType,
  networkSetType,
];

/** Nobody has the pool's blocks any more; those in use stay as they are (lib/clientv3/ippool.go). */
function releaseBlocks(cluster: Cluster, name: string): void {
  const pool = cluster.control.model.pools.find((one) => one.name === name);
  if (pool === undefined) return;
  cluster.change(`release the blocks of ${name}`, ({ ipam }) =>
    ipam.releasePoolAffinities(pool.cidr),
  );
}
