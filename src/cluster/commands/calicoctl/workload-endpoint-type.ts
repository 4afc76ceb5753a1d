/**
 * WorkloadEndpoint: what Calico makes of a pod that has an address
 * (libcalico-go/lib/backend/k8s/conversion/workload_endpoint_default.go).
 */
import { formatCidr } from '../../../addr/cidr';
import { formatIpv4 } from '../../../addr/ipv4';
import type { WorkloadEndpoint } from '../../../calico/model';
import { workloadEndpointName } from '../../../calico/names';
import { podKind } from '../../../k8s/resources/pod';
import type { Cluster } from '../../cluster';
import { sandboxId } from '../sandbox-id';
import { notSupported } from './calico-error';
import {
  API_VERSION,
  type CalicoRecord,
  serverFields,
  specList,
  specText,
  unlessEmpty,
} from './calico-record';
import { keptAsItIs } from './kept-as-it-is';
import type { ResourceType } from './resource-type';

const KIND = 'WorkloadEndpoint';

const joined = (name: string) => (record: CalicoRecord) => specList(record, name).join(',');
const field = (name: string) => (record: CalicoRecord) => specText(record, name);

export const workloadEndpointType: ResourceType = {
  kind: KIND,
  names: ['workloadendpoint', 'workloadendpoints', 'wep', 'weps'],
  isNamespaced: true,
  narrow: ['WORKLOAD', 'NODE', 'NETWORKS', 'INTERFACE'],
  wide: ['NAME', 'WORKLOAD', 'NODE', 'NETWORKS', 'INTERFACE', 'PROFILES', 'NATS'],
  columns: {
    INTERFACE: field('interfaceName'),
    NAME: ({ metadata }) => metadata.name,
    NAMESPACE: ({ metadata }) => metadata.namespace ?? '',
    NATS: joined('ipNATs'),
    NETWORKS: joined('ipNetworks'),
    NODE: field('node'),
    ORCHESTRATOR: field('orchestrator'),
    PROFILES: joined('profiles'),
    WORKLOAD: field('pod'),
  },
  list: (cluster) =>
    [...cluster.control.endpoints]
      .sort((one, other) => (one.netns < other.netns ? -1 : 1))
      .map((endpoint) => recordOf(cluster, endpoint)),
  listVersion: ({ control }) => String(control.store.revision),
  whyMissing: (name) => `pods "${podOf(name)}" not found`,
  create(_cluster, { name, namespace }) {
    throw notSupported('Create', `${KIND}(${namespace}/${name})`);
  },
  update: (cluster, draft) => keptAsItIs(cluster, workloadEndpointType, draft),
  delete(_cluster, name, namespace) {
    throw notSupported('Delete', `${KIND}(${namespace}/${name})`);
  },
};

/** `k8s--w1-k8s-pod1-eth0` is of pod1. */
function podOf(name: string): string {
  return (
    name
      .split(/(?<!-)-(?!-)/)
      .at(-2)
      ?.replaceAll('--', '-') ?? ''
  );
}

function recordOf(cluster: Cluster, endpoint: WorkloadEndpoint): CalicoRecord {
  const { k8sNamespace: namespace, pod: name, node } = endpoint;
  const pod = cluster.control.store.get(podKind, name, namespace);
  const birth = cluster.birthOf(podKind, { name, namespace });
  const serviceAccountName = pod?.spec.serviceAccountName ?? 'default';
  const labels = {
    ...pod?.metadata.labels,
    'projectcalico.org/namespace': namespace,
    'projectcalico.org/orchestrator': 'k8s',
    'projectcalico.org/serviceaccount': serviceAccountName,
  };
  const prefixes = endpoint.allowedSourcePrefixes.map(formatCidr);
  return {
    kind: KIND,
    apiVersion: API_VERSION,
    metadata: {
      name: workloadEndpointName(node, name),
      namespace,
      ...serverFields(birth),
      labels: unlessEmpty(labels),
    },
    spec: {
      orchestrator: 'k8s',
      node,
      containerID: sandboxId(birth.uid),
      pod: name,
      endpoint: 'eth0',
      serviceAccountName,
      ipNetworks: [`${formatIpv4(endpoint.address)}/32`],
      profiles: endpoint.profiles,
      interfaceName: endpoint.interface,
      allowSpoofedSourcePrefixes: prefixes.length === 0 ? undefined : prefixes,
    },
  };
}
