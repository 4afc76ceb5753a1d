/**
 * All that Calico's side reads of a cluster, as plain values: defaults are filled in, selectors are
 * parsed, nothing of YAML is left. Whoever keeps the API objects makes one of these after each change.
 */
import type { Cidr, InterfaceAddress } from '../addr/cidr';
import type { Ipv4 } from '../addr/ipv4';
import type { Mac } from '../addr/mac';
import type { BgpSettings } from './bgp/bgp-settings';
import type { FelixSettings } from './felix/felix-settings';
import type { CalicoRelease } from './release';

export interface CalicoModel {
  readonly release: CalicoRelease;
  readonly nodes: readonly CalicoNode[];
  /** In the order of their names, which is the order in which IPAM tries them. */
  readonly pools: readonly IpPool[];
  readonly blocks: readonly Block[];
  readonly endpoints: readonly WorkloadEndpoint[];
  readonly felix: FelixSettings;
  readonly bgp: BgpSettings;
}

export type Labels = Readonly<Record<string, string>>;

/** A selector, parsed once. */
export type LabelPredicate = (labels: Labels) => boolean;

/** A Node (projectcalico.org/v3), with what calico-node finds out on the host itself. */
export interface CalicoNode {
  readonly name: string;
  readonly labels: Labels;
  /** `spec.bgp.ipv4Address`; its mask decides what CrossSubnet takes for the same subnet. */
  readonly address: InterfaceAddress;
  /** The device that has the address. */
  readonly nic: { readonly name: string; readonly mtu: number };
  /** Where the node's default route leads; `undefined` where it has none. */
  readonly gateway: Ipv4 | undefined;
  /** `undefined`: the cluster's. */
  readonly asNumber: number | undefined;
  readonly routeReflectorClusterId: string | undefined;
  /** The address of tunl0, once IPAM has given one. */
  readonly ipipTunnelAddress: Ipv4 | undefined;
  /** The address of vxlan.calico, once IPAM has given one. */
  readonly vxlanTunnelAddress: Ipv4 | undefined;
  /** `net.ipv4.conf.default.rp_filter` when Felix started. */
  readonly defaultRpFilter: number;
}

export type EncapsulationMode = 'Always' | 'CrossSubnet' | 'Never';

/** What an address is wanted for. */
export type AddressUse = 'Workload' | 'Tunnel';

export interface IpPool {
  readonly name: string;
  readonly cidr: Cidr;
  readonly blockSize: number;
  readonly ipipMode: EncapsulationMode;
  readonly vxlanMode: EncapsulationMode;
  readonly natOutgoing: boolean;
  readonly disabled: boolean;
  readonly disableBGPExport: boolean;
  readonly nodeSelector: LabelPredicate;
  readonly allowedUses: readonly AddressUse[];
}

/** A block of addresses and the node that it belongs to, with a confirmed affinity. */
export interface Block {
  readonly cidr: Cidr;
  readonly node: string | undefined;
}

export interface WorkloadEndpoint {
  readonly k8sNamespace: string;
  readonly pod: string;
  readonly node: string;
  readonly address: Ipv4;
  /** The host end: `cali` and eleven hex digits. */
  readonly interface: string;
  /** What the kernel calls the pod's network namespace here. */
  readonly netns: string;
  /** The pod's end. */
  readonly mac: Mac;
  /** Of both ends, as it was when the pod was made. */
  readonly mtu: number;
  /** `kns.default`, `ksa.default.default` */
  readonly profiles: readonly string[];
  /** Of the annotation `cni.projectcalico.org/allowedSourcePrefixes`. */
  readonly allowedSourcePrefixes: readonly Cidr[];
}
