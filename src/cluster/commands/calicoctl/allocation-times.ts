/**
 * When an address was given out, which IPAM writes down beside the pod's name (cni-plugin's
 * attributes). Addresses of tunnels have no such mark.
 */
import { wallClock } from '../../../base/wall-clock';
import type { Allocation } from '../../../calico/ipam/allocation-block';
import { podKind } from '../../../k8s/resources/pod';
import type { Cluster } from '../../cluster';

/** `{ timestamp: '2024-09-05 21:00:00 +0000 UTC' }`, or nothing. */
export function allocationTimes(
  cluster: Cluster,
  { attributes }: Allocation,
): Readonly<Record<string, string>> {
  const { pod: name, namespace } = attributes;
  if (name === undefined || namespace === undefined) return {};
  const { atUs } = cluster.birthOf(podKind, { name, namespace });
  const time = wallClock(atUs)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, '');
  return { timestamp: `${time} +0000 UTC` };
}
