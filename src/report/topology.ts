/**
 * What a picture of the lab is drawn from: who is where, and which way a packet went. Data only; a
 * driver's inventory fits `Topology` as it is.
 */
import type { Ipv4 } from '../addr/ipv4';
import type { Trace } from '../trace/trace';
import type { DropReason } from '../wire/drop-reason';

export interface Topology {
  readonly nodes: readonly Place[];
  readonly workloads: readonly {
    /** `default/pod1`. */
    readonly pod: string;
    readonly node: string;
    readonly address: Ipv4;
    readonly interface: string;
  }[];
  readonly segments: readonly { readonly name: string; readonly cidr: string }[];
  readonly routers: readonly { readonly name: string; readonly addresses: readonly Ipv4[] }[];
  /** Hosts that are not part of the cluster. */
  readonly outside: readonly Place[];
}

interface Place {
  readonly name: string;
  readonly address: Ipv4;
}

/** One packet's way through the lab. */
export interface Leg {
  readonly kind: 'request' | 'reply';
  /** In the order in which the packet met them. */
  readonly hosts: readonly string[];
  /** Where it died; `undefined` where it did not. */
  readonly lost: { readonly host: string; readonly reason: DropReason } | undefined;
}

export function legOf(kind: Leg['kind'], trace: Trace): Leg {
  const hosts = trace.hops.map(({ host }) => host).filter((host, at, all) => host !== all[at - 1]);
  const { fate } = trace;
  const lost = fate?.kind === 'dropped' ? { host: fate.host, reason: fate.reason } : undefined;
  return { kind, hosts, lost };
}
