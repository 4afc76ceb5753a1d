/**
 * A cluster that runs: the control planes' state, and the hosts that they program. Changes go in;
 * `network` is what packets meet.
 */
import { seededRandom } from '../base/random';
import type { WorkloadEndpoint } from '../calico/model';
import type { HostChange } from '../host/host-change';
import { nodeKind } from '../k8s/resources/node';
import { Network } from '../kernel/network';
import { LINUX } from '../kernel/stack-of-linux';
import type { AnyResource, Kind } from '../manifest/kind';
import { Agents } from './agents/agents';
import { type Birth, Births } from './births';
import type { ControlPlane, WantedStates } from './control-plane';
import type { EngineVariant } from './engine-variant';
import { Machines } from './machines';
import { Programmer } from './programmer';
import { type Milestone, remember, rootOf } from './transitions';
import { variedStates } from './varied-states';

export interface ClusterOptions {
  /** Any whole number; the same gives the same captures. */
  readonly seed: number;
  /** Every frame that crosses a link is written to bytes and read back. */
  readonly wireMode: boolean;
  /** The engine to be, if not the right one. */
  readonly variant?: EngineVariant;
}

export class Cluster {
  readonly network: Network;
  readonly #machines: Machines;
  readonly #agents: Agents;
  readonly #programmer: Programmer;
  readonly #births: Births;
  readonly #variant: EngineVariant | undefined;
  #control: ControlPlane;
  /** Where this state stands among those that are remembered; `undefined` off the beaten track. */
  #milestone: Milestone | undefined;

  constructor({ seed, wireMode, variant }: ClusterOptions) {
    this.#variant = variant;
    this.network = new Network(variant?.linux?.(LINUX) ?? LINUX, {
      random: seededRandom(seed),
      wireMode,
    });
    this.#machines = new Machines(this.network);
    this.#agents = new Agents(this.network, seed, (name) => this.#programmer.nodeOf(name));
    this.#programmer = new Programmer(this.network, this.#agents);
    this.#births = new Births(seed);
    this.#milestone = rootOf(seed, variant?.earlierPods ?? 0);
    this.#control = this.#milestone.state;
  }

  /** To be read; whoever changes it does so in `change`. */
  get control(): ControlPlane {
    return this.#control;
  }

  /** What was changed on the hosts by hand, and what agents put right, in order. */
  get journal(): readonly HostChange[] {
    return this.#agents.changes;
  }

  /** When a resource was made, and what the API server calls it by. */
  birthOf(kind: Kind, { name, namespace }: AnyResource['metadata']): Birth {
    return this.#births.of(this.#control.store, kind, name, namespace);
  }

  /**
   * Changes the control plane's state and brings the hosts there, even where the change throws half
   * way: what was done before the error stays done.
   * @param key names the change: the same key must always mean the same change
   */
  change<Result>(key: string, action: (control: ControlPlane) => Result): Result {
    const known = this.#milestone?.next.get(key);
    if (known !== undefined) {
      this.#moveTo(known.state, known);
      return known.result as Result;
    }
    const control = this.#control.fork();
    try {
      const result = action(control);
      this.#moveTo(control, this.#milestone && remember(this.#milestone, key, control, result));
      return result;
    } catch (error) {
      this.#moveTo(control, undefined);
      throw error;
    }
  }

  #moveTo(control: ControlPlane, milestone: Milestone | undefined): void {
    const before = this.#control.endpoints;
    this.#control = control;
    this.#milestone = milestone;
    this.#births.note(control.store.revision, this.network.nowUs);
    this.#agents.whileProgramming(control.model, () => this.#bringHosts(before, control));
  }

  #bringHosts(before: readonly WorkloadEndpoint[], control: ControlPlane): void {
    this.#updatePods(before, control.endpoints);
    for (const gone of this.#machines.update(control.plan, control.store.list(nodeKind))) {
      this.#programmer.forget(gone);
    }
    this.#programmer.program(this.#wantedOf(control));
  }

  #wantedOf(control: ControlPlane): WantedStates {
    return this.#variant === undefined ? control.wanted : variedStates(control, this.#variant);
  }

  #updatePods(before: readonly WorkloadEndpoint[], after: readonly WorkloadEndpoint[]): void {
    const kept = new Set(after);
    for (const endpoint of before) {
      if (kept.has(endpoint)) continue;
      this.#programmer.forget(endpoint.netns);
      this.network.removeHost(endpoint.netns);
      this.network.hosts.get(endpoint.node)?.netfilter.connections.deleteAddress(endpoint.address);
    }
    for (const { netns } of after) this.#machines.addPod(netns);
  }
}
