/**
 * What a picture of the lab is drawn from: who is where, and which way a packet went. Data only; a
 * driver's inventory fits `Topology` as it is.
 */
import type { Ipv4 } from '../addr/ipv4';
import { endOf, storyOf } from '../trace/pieces';
import type { Trace } from '../trace/trace';

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
  /** Where it died or went unanswered; `undefined` where it did neither. */
  readonly lost: { readonly host: string; readonly reason: string } | undefined;
}

/** @param traces everything that was sent in the time of the packet: it may have gone on in pieces */
export function legOf(kind: Leg['kind'], trace: Trace, traces: readonly Trace[]): Leg {
  const hosts = storyOf(trace, traces)
    .flatMap(({ hops }) => hops)
    .map(({ host }) => host)
    .filter((host, at, all) => host !== all[at - 1]);
  const fate = endOf(trace, traces);
  const lost = fate?.kind === 'dropped' ? { host: fate.host, reason: fate.reason } : undefined;
  return { kind, hosts, lost };
}
