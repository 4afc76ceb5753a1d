/**
 * What a scenario can do to a cluster and see of it, whatever the cluster is made of. Steps speak to
 * this and to nothing below it, so the same features judge the simulation and a real Linux host.
 */
import type { InterfaceAddress } from '../addr/cidr';
import type { Ipv4 } from '../addr/ipv4';
import type { Mac } from '../addr/mac';
import type { HostChange } from '../host/host-change';
import type { Route } from '../host/route';
import type { CapturedFrame } from '../trace/trace';
import type { HostName, Outcome, Stimulus } from './stimulus';

/** One resource that `apply` created, configured or found unchanged. */
export interface AppliedResource {
  readonly kind: string;
  /** With its namespace where it has one: `default/pod1`. */
  readonly name: string;
  readonly result: 'created' | 'configured' | 'unchanged' | 'deleted';
}

/** A pod's place in the network; Calico's WorkloadEndpoint. */
export interface Workload {
  /** `default/pod1`. */
  readonly pod: string;
  readonly node: string;
  readonly address: Ipv4;
  /** `calice0906292e2`. */
  readonly interface: string;
  readonly profiles: readonly string[];
}

export interface Neighbour {
  readonly device: string;
  readonly address: Ipv4;
  readonly mac: Mac | undefined;
  /** As `ip neigh` prints it: `REACHABLE`, `STALE`, `PERMANENT` … */
  readonly state: string;
}

export interface Link {
  readonly name: string;
  readonly kind: 'loopback' | 'nic' | 'veth' | 'ipip' | 'vxlan';
  readonly mac: Mac | undefined;
  readonly mtu: number;
  readonly isUp: boolean;
  readonly addresses: readonly InterfaceAddress[];
}

/** A row of the connection table; ports are ICMP ids for ICMP. */
export interface ConnectionRow {
  readonly protocol: string;
  readonly original: Tuple;
  readonly reply: Tuple;
  readonly flags: readonly string[];
}

export interface Tuple {
  readonly source: Ipv4;
  readonly destination: Ipv4;
  readonly sourcePort: number | undefined;
  readonly destinationPort: number | undefined;
  readonly icmpId: number | undefined;
}

export interface Pool {
  readonly name: string;
  readonly cidr: string;
  readonly blockSize: number;
  readonly ipipMode: string;
  readonly vxlanMode: string;
  readonly natOutgoing: boolean;
}

/** A block of addresses and the node that it is affine to. */
export interface Block {
  readonly cidr: string;
  readonly node: string | undefined;
  readonly addressesInUse: number;
}

/** Everything that a sentence can name, for resolving names and for drawing the lab. */
export interface Inventory {
  readonly nodes: readonly {
    readonly name: string;
    readonly address: Ipv4;
    readonly nic: string;
  }[];
  readonly workloads: readonly Workload[];
  readonly segments: readonly { readonly name: string; readonly cidr: string }[];
  readonly routers: readonly { readonly name: string; readonly addresses: readonly Ipv4[] }[];
  /** Hosts that are not part of the cluster. */
  readonly outside: readonly { readonly name: string; readonly address: Ipv4 }[];
  readonly pools: readonly Pool[];
  readonly blocks: readonly Block[];
}

export interface CommandResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** A lab, a manifest or a resource that the cluster refused; `message` says where and what to do. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/**
 * What was asked cannot be known for certain of this cluster: a capture that lost frames, a reason that
 * a real kernel tells nobody. It says nothing about the cluster.
 */
export class NotObservedError extends Error {
  override readonly name = 'NotObservedError';
}

/** What a fate says where a packet was lost and nobody tells why. */
export const UNOBSERVED = 'nobody outside the kernel is told why';

export interface Driver {
  /** `sim`, `netns` or `kubectl`. */
  readonly name: string;
  /** What a report must say of it, a sentence each: which parts of it are no real ones. */
  readonly remarks?: readonly string[];

  /**
   * Applies a lab or manifests, as `kubectl apply -f -` does, and lets the cluster settle.
   * @param source what the text is called in errors: `features/manifests/two-pods.yaml`
   * @throws RefusedError where a document is wrong; documents before it stay applied
   */
  apply(yaml: string, source: string): Promise<readonly AppliedResource[]>;
  /** `kubectl delete KIND NAME`. @throws RefusedError where there is no such resource */
  delete(kind: string, name: string): Promise<void>;
  /**
   * Changes fields of a resource, as `calicoctl patch KIND NAME -p` does: a JSON merge patch.
   * @throws RefusedError where there is no such resource or the result would not be valid
   */
  patch(kind: string, name: string, change: object): Promise<void>;

  inventory(): Promise<Inventory>;

  /** Sends, waits for the end, and says what came of it. */
  run(stimulus: Stimulus): Promise<Outcome>;
  /** Runs one command line on a node, an outside host or in a pod. */
  exec(host: HostName, command: string): Promise<CommandResult>;
  /** Lets time pass; timers run. */
  wait(milliseconds: number): Promise<void>;

  neighbours(host: HostName): Promise<readonly Neighbour[]>;
  /** The main table, in the order in which `ip route` prints it. */
  routes(host: HostName): Promise<readonly Route[]>;
  links(host: HostName): Promise<readonly Link[]>;
  connections(host: HostName): Promise<readonly ConnectionRow[]>;
  /** The members, or `undefined` where there is no such set. */
  ipset(host: HostName, name: string): Promise<readonly string[] | undefined>;
  /** The rules as `iptables -S CHAIN` prints them, or `undefined` where there is no such chain. */
  chain(host: HostName, table: string, chain: string): Promise<readonly string[] | undefined>;
  /** The value, or `undefined` where there is no such path. */
  sysctl(host: HostName, path: string): Promise<string | undefined>;

  /**
   * What was changed on the hosts since the lab was built besides what was applied, in order: by hand, and
   * by Felix and BIRD that put it right.
   * @throws NotObservedError where nobody writes that down
   */
  journal(): Promise<readonly HostChange[]>;
  /** Every frame since the lab was built, in order, at every interface. */
  captured(): Promise<readonly CapturedFrame[]>;
  /** Frees what the driver holds; nothing can be asked afterwards. */
  close(): Promise<void>;
}
