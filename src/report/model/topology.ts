/**
 * The lab as a report draws it: who is where. Data only, as it stands in JSON: addresses are dotted quads.
 */

export interface Topology {
  readonly nodes: readonly TopologyNode[];
  readonly workloads: readonly {
    /** `default/pod1`. */
    readonly pod: string;
    /** The name of its node. */
    readonly node: string;
    readonly address: string;
    /** The node's end of its cable: `calice0906292e2`. */
    readonly interface: string;
  }[];
  readonly segments: readonly { readonly name: string; readonly cidr: string }[];
  readonly routers: readonly { readonly name: string; readonly addresses: readonly string[] }[];
  /** Hosts that are not part of the cluster. */
  readonly outside: readonly { readonly name: string; readonly address: string }[];
}

export interface TopologyNode {
  readonly name: string;
  readonly address: string;
  /** Its interface to the segment: `ens5`. */
  readonly nic: string;
}
