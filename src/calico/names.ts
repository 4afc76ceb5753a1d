/**
 * Names that Calico derives from names: interfaces, endpoints, chains, the MAC of vxlan.calico
 * (libcalico-go/lib/backend/k8s/conversion, lib/names, felix/hashutils, felix/dataplane/linux/vxlan_mgr.go).
 */
import { sha1 } from '@noble/hashes/legacy';
import { sha256 } from '@noble/hashes/sha2';
import { type Mac, macFromBits } from '../addr/mac';
import { base64url } from './base64url';

/** iptables takes 28 characters for the name of a chain (`XT_EXTENSION_MAXNAMELEN` less one). */
export const CHAIN_NAME_MAX = 28;

/** The host end of a pod's veth pair: the prefix and the first eleven hex digits of a SHA-1. */
export function workloadInterfaceName(k8sNamespace: string, pod: string, prefix = 'cali'): string {
  return prefix + hexDigits(sha1(utf8(`${k8sNamespace}.${pod}`))).slice(0, 11);
}

/** `k8s--w1-k8s-pod1-eth0`: the parts are joined by `-`, so a `-` inside them is doubled. */
export function workloadEndpointName(node: string, pod: string): string {
  return `${node.replaceAll('-', '--')}-k8s-${pod.replaceAll('-', '--')}-eth0`;
}

/** `prefix` and `suffix` as they are where they fit, else with a hash for the suffix. */
export function chainName(prefix: string, suffix: string): string {
  const name = prefix + suffix;
  // A plain suffix that looks like a hash at full length must not be taken for one.
  const looksHashed = name.length === CHAIN_NAME_MAX && suffix.startsWith('_');
  if (name.length <= CHAIN_NAME_MAX && !looksHashed) return name;
  return `${prefix}_${base64url(sha256(utf8(suffix)), CHAIN_NAME_MAX - 1 - prefix.length)}`;
}

/** The MAC of a node's vxlan.calico: an `f` for Felix and five bytes of the name's SHA-1. */
export function vxlanMac(node: string): Mac {
  const digest = sha1(utf8(node));
  const view = new DataView(digest.buffer, digest.byteOffset);
  return macFromBits(0x6600 | view.getUint8(0), view.getUint32(1));
}

function hexDigits(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
