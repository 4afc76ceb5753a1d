/**
 * By which name IPAM keeps an address: for a pod's, CNI makes it from the name of its sandbox
 * (cni-plugin/internal/pkg/utils, GetHandleID), which the control plane has no need to know.
 */
import type { Allocation } from '../../calico/ipam/allocation-block';
import { podKind } from '../../k8s/resources/pod';
import type { Cluster } from '../cluster';
import { sandboxId } from './sandbox-id';

/** `k8s-pod-network.9a4a2169…`, `ipip-tunnel-addr-k8s-w1` */
export function ipamHandle(cluster: Cluster, { handle, attributes }: Allocation): string {
  const { pod: name, namespace } = attributes;
  if (name === undefined || namespace === undefined) return handle;
  return `k8s-pod-network.${sandboxId(cluster.birthOf(podKind, { name, namespace }).uid)}`;
}
