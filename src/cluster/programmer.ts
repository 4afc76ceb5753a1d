/**
 * Brings hosts to the states that the control plane wants of them, by way of `Op`s. What somebody
 * changed by hand in between is the agents' business (agents/agents.ts).
 */
import { diffHostStates } from '../host/diff-host-states';
import { EMPTY_HOST_STATE, type HostState } from '../host/host-state';
import type { Op } from '../host/op';
import type { Netns } from '../kernel/netns';
import type { Network } from '../kernel/network';
import { applyOp } from '../kernel/ops/apply-op';
import { OpError } from '../kernel/ops/op-error';
import type { Agents, TendedNode } from './agents/agents';
import { tryOp } from './agents/try-op';
import type { WantedStates } from './control-plane';

export class Programmer {
  readonly #network: Network;
  readonly #agents: Agents;
  /** What each host was last brought to, and since when it is there. */
  readonly #states = new Map<string, TendedNode>();
  readonly #pods = new Set<string>();

  constructor(network: Network, agents: Agents) {
    this.#network = network;
    this.#agents = agents;
  }

  /** @returns `undefined` for what is no node */
  nodeOf(name: string): TendedNode | undefined {
    return this.#pods.has(name) ? undefined : this.#states.get(name);
  }

  /** Pods that are gone take their addresses' connections with them, as Felix sees to. */
  program({ nodes, pods }: WantedStates): void {
    const added = [...pods].filter(([name]) => !this.#pods.has(name));
    for (const [name, state] of nodes) this.#bring(name, state);
    for (const [name, state] of added) {
      const host = this.#network.hosts.get(name);
      // The node has made the veth pair by now; CNI brings up the pod's end before it routes by it.
      if (host !== undefined) apply(host, { kind: 'link-up', device: 'eth0' });
      this.#bring(name, state);
      this.#pods.add(name);
    }
  }

  /** The host is gone with all that was on it. */
  forget(name: string): void {
    this.#agents.forget(name);
    this.#states.delete(name);
    this.#pods.delete(name);
  }

  #bring(name: string, wanted: HostState): void {
    const host = this.#network.hosts.get(name);
    const node = this.#states.get(name);
    const before = node?.state ?? EMPTY_HOST_STATE;
    if (host === undefined || before === wanted) return;
    const ops = opsBetween(before, wanted);
    this.#states.set(name, { state: wanted, sinceUs: node?.sinceUs ?? this.#network.nowUs });
    if (!this.#agents.isTouched(name)) {
      for (const op of ops) apply(host, op);
      return;
    }
    // Nobody knows what is there; the agents see to what cannot be done now.
    for (const op of ops) tryOp(host, op);
    this.#agents.programmed(name, ops);
  }
}

const known = new WeakMap<HostState, WeakMap<HostState, readonly Op[]>>();

/** States are values, so the way from one to another is worked out once. */
function opsBetween(before: HostState, wanted: HostState): readonly Op[] {
  let ways = known.get(before);
  if (ways === undefined) {
    ways = new WeakMap();
    known.set(before, ways);
  }
  let ops = ways.get(wanted);
  if (ops === undefined) {
    ops = diffHostStates(before, wanted);
    ways.set(wanted, ops);
  }
  return ops;
}

/** What somebody removed before cannot be removed again; a link that is down takes no routes. */
const TOLERATED: ReadonlySet<OpError['errno']> = new Set(['ENODEV', 'ENOENT', 'ESRCH', 'ENETDOWN']);

function apply(host: Netns, op: Op): void {
  try {
    applyOp(host, op);
  } catch (error) {
    if (!(error instanceof OpError) || !TOLERATED.has(error.errno)) throw error;
  }
}
