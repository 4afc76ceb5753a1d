/**
 * A node as the API server gives it: what the lab says, what the kubelet reports of the machine, and
 * the annotations in which calico-node keeps what it knows of the host
 * (libcalico-go, lib/backend/k8s/resources/node.go).
 */
import { formatIpv4 } from '../../../../addr/ipv4';
import { type Node, nodeKind } from '../../../../k8s/resources/node';
import type { Cluster } from '../../../cluster';
import { KERNEL_RELEASE } from '../../../kernel-release';
import type { JsonObject } from '../../go-yaml';
import { type ApiObject, apiMetadata, toJson } from '../api-object';

/** What a lab may overrule in `status.nodeInfo`; the kernel is the one that `uname -r` names. */
const NODE_INFO = {
  architecture: 'amd64',
  containerRuntimeVersion: 'containerd://1.7.20',
  kernelVersion: KERNEL_RELEASE,
  kubeProxyVersion: 'v1.30.4',
  kubeletVersion: 'v1.30.4',
  operatingSystem: 'linux',
  osImage: 'Ubuntu 22.04.4 LTS',
};

const RESOURCES = {
  cpu: '2',
  'ephemeral-storage': '30298176Ki',
  'hugepages-2Mi': '0',
  memory: '4005184Ki',
  pods: '110',
};

export function nodeObject(cluster: Cluster, node: Node): ApiObject {
  const { name } = node.metadata;
  const metadata = apiMetadata(cluster, nodeKind, node.metadata, calicoAnnotations(cluster, name));
  const { addresses, nodeInfo = {} } = node.status;
  const hasHostname = addresses.some(({ type }) => type === 'Hostname');
  const identity = { bootID: metadata.uid, machineID: metadata.uid.replaceAll('-', '') };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata,
    spec: toJson(node.spec),
    status: {
      addresses: toJson({
        list: hasHostname ? addresses : [...addresses, { type: 'Hostname', address: name }],
      })['list'],
      allocatable: RESOURCES,
      capacity: RESOURCES,
      conditions: CONDITIONS.map((condition) => conditionOf(condition, metadata.creationTimestamp)),
      daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
      nodeInfo: {
        ...NODE_INFO,
        ...identity,
        systemUUID: metadata.uid,
        ...toJson(nodeInfo),
      },
    },
  };
}

function calicoAnnotations(cluster: Cluster, name: string): Readonly<Record<string, string>> {
  const node = cluster.control.model.nodes.find((one) => one.name === name);
  if (node === undefined) return {};
  const { address, ipipTunnelAddress: ipip, vxlanTunnelAddress: vxlan } = node;
  const prefix = 'projectcalico.org/';
  return {
    [`${prefix}IPv4Address`]: `${formatIpv4(address.address)}/${address.length}`,
    ...(ipip && { [`${prefix}IPv4IPIPTunnelAddr`]: formatIpv4(ipip) }),
    ...(vxlan && { [`${prefix}IPv4VXLANTunnelAddr`]: formatIpv4(vxlan) }),
  };
}

type Condition = readonly [type: string, status: string, reason: string, message: string];

const CONDITIONS: readonly Condition[] = [
  ['NetworkUnavailable', 'False', 'CalicoIsUp', 'Calico is running on this node'],
  [
    'MemoryPressure',
    'False',
    'KubeletHasSufficientMemory',
    'kubelet has sufficient memory available',
  ],
  ['DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'],
  ['PIDPressure', 'False', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'],
  ['Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'],
];

function conditionOf([type, status, reason, message]: Condition, since: string): JsonObject {
  return {
    lastHeartbeatTime: since,
    lastTransitionTime: since,
    message,
    reason,
    status,
    type,
  };
}
