/**
 * Pods as endpoints of the network: which address, which interface, since when.
 */
import { type Cidr, parseCidr } from '../addr/cidr';
import { type Ipv4, parseIpv4 } from '../addr/ipv4';
import { parseMac } from '../addr/mac';
import { randomMac } from '../addr/random-mac';
import type { Random } from '../base/random';
import type { Allocation } from '../calico/ipam/allocation-block';
import type { Ipam, IpamSettings } from '../calico/ipam/ipam';
import { IpamError } from '../calico/ipam/ipam-error';
import type { CalicoModel, CalicoNode, WorkloadEndpoint } from '../calico/model';
import { podMtu } from '../calico/mtu';
import { workloadInterfaceName } from '../calico/names';
import type { Pod } from '../k8s/resources/pod';

/** `default/pod1`, which is also what its network namespace is called. */
export function podKey({ namespace, name }: Pod['metadata']): string {
  return `${namespace}/${name}`;
}

/** What annotations of the pod ask of CNI; the namespace's `ipv4pools` counts where the pod's is silent. */
export type Annotations = Readonly<Record<string, string>>;

const PREFIX = 'cni.projectcalico.org/';

/** Where the pod is made, and what from. */
export interface WorkloadSite {
  readonly node: CalicoNode;
  readonly namespaceAnnotations: Annotations;
  readonly model: CalicoModel;
  readonly ipam: Ipam;
  readonly settings: IpamSettings;
  readonly random: Random;
}

/** CNI ADD, as far as it decides anything. @throws IpamError where there is no address to be had */
export function addWorkload(pod: Pod, site: WorkloadSite): WorkloadEndpoint {
  const { node, model, namespaceAnnotations } = site;
  const { annotations, namespace, name } = pod.metadata;
  const wanted = listOf(annotations[`${PREFIX}ipAddrs`]);
  const pools = listOf(
    annotations[`${PREFIX}ipv4pools`] ?? namespaceAnnotations[`${PREFIX}ipv4pools`],
  );
  const allocation = {
    handle: workloadHandle(pod.metadata),
    attributes: { namespace, node: node.name, pod: name },
  };
  const address =
    wanted.length > 0
      ? assignWanted(wanted, allocation, site)
      : assignAny(poolCidrs(pools, site.settings), allocation, site);
  return {
    k8sNamespace: namespace,
    pod: name,
    node: node.name,
    address,
    interface: workloadInterfaceName(namespace, name, model.felix.interfacePrefix[0]),
    netns: podKey(pod.metadata),
    mac: parseMac(annotations[`${PREFIX}hwAddr`] ?? '') ?? randomMac(site.random),
    mtu: podMtu(model, node),
    profiles: [`kns.${namespace}`, `ksa.${namespace}.${pod.spec.serviceAccountName}`],
    allowedSourcePrefixes: listOf(annotations[`${PREFIX}allowedSourcePrefixes`]).flatMap(
      (text) => parseCidr(text) ?? [],
    ),
  };
}

/** By which IPAM knows the pod's address when the pod goes. */
export function workloadHandle(metadata: Pod['metadata']): string {
  return `k8s-pod-network.${podKey(metadata)}`;
}

function assignWanted(
  wanted: readonly string[],
  allocation: Allocation,
  { node, ipam, settings }: WorkloadSite,
): Ipv4 {
  const [text = ''] = wanted;
  const address = parseIpv4(text);
  if (address === undefined) throw new IpamError(`${PREFIX}ipAddrs: ${text} is no IPv4 address`);
  ipam.assign(address, node.name, allocation, settings);
  return address;
}

function assignAny(
  requestedPools: readonly Cidr[],
  allocation: Allocation,
  { node, ipam, settings }: WorkloadSite,
): Ipv4 {
  const { addresses, messages } = ipam.autoAssign(
    { node, use: 'Workload', count: 1, requestedPools, ...allocation },
    settings,
  );
  const [address] = addresses;
  if (address === undefined) throw new IpamError(messages.join('; ') || 'no IP pool suits the pod');
  return address;
}

/** Pools are asked for by name or by CIDR. */
function poolCidrs(texts: readonly string[], { pools }: IpamSettings): readonly Cidr[] {
  return texts.map((text) => {
    const cidr = pools.find(({ name }) => name === text)?.cidr ?? parseCidr(text);
    if (cidr === undefined) {
      throw new IpamError(`the given pool (${text}) does not exist, or is not enabled`);
    }
    return cidr;
  });
}

/** Annotations hold JSON lists of texts. */
function listOf(json: string | undefined): readonly string[] {
  if (json === undefined) return [];
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    throw new IpamError(`not a JSON list: ${json}`);
  }
}
