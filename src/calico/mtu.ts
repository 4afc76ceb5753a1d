/**
 * How large packets may be (felix/dataplane/linux/int_dataplane.go, `ConfigureDefaultMTUs`,
 * `determinePodMTU`): the NIC's MTU less what the encapsulation adds.
 */
import type { CalicoModel, CalicoNode } from './model';
import { indexOf } from './model-index';

/** Felix takes this where no interface looks like a NIC. */
const FALLBACK_MTU = 1460;

const NIC_PATTERN = /^((en|wl|ww|sl|ib)[Pcopsvx].*|(eth|wlan|wwan).*)/;

/** One more IPv4 header. */
const IPIP_OVERHEAD = 20;
/** IPv4, UDP, VXLAN and an Ethernet header. */
const VXLAN_OVERHEAD = 50;

/** Bytes. */
export function ipipMtu({ felix }: CalicoModel, node: CalicoNode): number {
  return felix.ipipMTU ?? hostMtu(node) - IPIP_OVERHEAD;
}

/** Bytes. */
export function vxlanMtu({ felix }: CalicoModel, node: CalicoNode): number {
  return felix.vxlanMTU ?? hostMtu(node) - VXLAN_OVERHEAD;
}

/** What CNI gives to a pod that is made now, in bytes: the least of the encapsulations in use. */
export function podMtu(model: CalicoModel, node: CalicoNode): number {
  const { hasIpip, hasVxlan } = indexOf(model);
  const limits: number[] = [];
  if (hasIpip) limits.push(ipipMtu(model, node));
  if (hasVxlan) limits.push(vxlanMtu(model, node));
  return limits.length === 0 ? hostMtu(node) : Math.min(...limits);
}

function hostMtu({ nic }: CalicoNode): number {
  return NIC_PATTERN.test(nic.name) ? nic.mtu : FALLBACK_MTU;
}
