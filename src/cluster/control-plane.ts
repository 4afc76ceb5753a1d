/**
 * The control planes without their hosts: the API server's memory, IPAM, the endpoints that CNI has
 * made, and from these what each host should be. It is a value that can be forked, so that what a lab
 * comes to is worked out once, however many scenarios begin with it.
 */
import { invariant } from '../base/invariant';
import { seededRandom } from '../base/random';
import { podState } from '../calico/cni/cni';
import { Ipam, type IpamSettings } from '../calico/ipam/ipam';
import { IpamError } from '../calico/ipam/ipam-error';
import { ensureTunnelAddress, releaseTunnelAddresses } from '../calico/ipam/tunnel-address';
import type { CalicoModel, WorkloadEndpoint } from '../calico/model';
import { nodeState } from '../calico/node-state';
import type { HostState } from '../host/host-state';
import { namespaceKind } from '../k8s/resources/namespace';
import { nodeKind } from '../k8s/resources/node';
import { type Pod, podKind } from '../k8s/resources/pod';
import { type Change, ResourceStore } from '../k8s/store';
import type { AnyResource, Kind } from '../manifest/kind';
import { calicoModel } from './model/calico-model';
import { ipamSettingsOf } from './model/ipam-settings';
import type { TunnelAddresses } from './model/nodes';
import { poolsOf } from './model/pools';
import type { Plan } from './plan';
import { readPlan } from './read-plan';
import { addWorkload, podKey, workloadHandle } from './workloads';

/** A pod that could not be given an address; it is no longer stored. */
export interface HomelessPod {
  readonly pod: Pod;
  readonly why: string;
}

/** What every host should be, nodes first, each in the order of its name or its making. */
export interface WantedStates {
  readonly nodes: ReadonlyMap<string, HostState>;
  /** By network namespace. */
  readonly pods: ReadonlyMap<string, HostState>;
}

interface ControlParts {
  readonly store: ResourceStore;
  readonly ipam: Ipam;
  readonly endpoints: Map<string, WorkloadEndpoint>;
  readonly tunnels: Map<string, TunnelAddresses>;
}

/** @param earlierPods how many addresses of each block pods had that are gone by now */
function emptyParts(earlierPods: number): ControlParts {
  const ipam = new Ipam(undefined, earlierPods);
  return { store: new ResourceStore(), ipam, endpoints: new Map(), tunnels: new Map() };
}

/** An empty cluster; `earlierPods` addresses of each block belonged to pods that are gone by now. */
export function emptyControlPlane(seed: number, earlierPods = 0): ControlPlane {
  return new ControlPlane(seed, emptyParts(earlierPods));
}

/** More rounds than this and the allocations chase each other. */
const ROUNDS_MAX = 10;

export class ControlPlane {
  readonly store: ResourceStore;
  readonly ipam: Ipam;
  readonly #seed: number;
  readonly #endpoints: Map<string, WorkloadEndpoint>;
  readonly #tunnels: Map<string, TunnelAddresses>;
  #plan: Plan;
  #model: CalicoModel | undefined;
  #wanted: WantedStates | undefined;
  /** Pods that were asked for and have no address yet. */
  #waiting: Pod[] = [];

  /** @param parts to go on from */
  constructor(seed: number, parts: ControlParts) {
    this.#seed = seed;
    this.store = parts.store;
    this.ipam = parts.ipam;
    this.#endpoints = parts.endpoints;
    this.#tunnels = parts.tunnels;
    this.#plan = readPlan(this.store);
  }

  /** A state of its own that begins as this one is. */
  fork(): ControlPlane {
    return new ControlPlane(this.#seed, {
      store: this.store.fork(),
      ipam: this.ipam.fork(),
      endpoints: new Map(this.#endpoints),
      tunnels: new Map(this.#tunnels),
    });
  }

  /** The pods that have an address, in the order in which they got it. */
  get endpoints(): readonly WorkloadEndpoint[] {
    return [...this.#endpoints.values()];
  }

  get plan(): Plan {
    return this.#plan;
  }

  /** What Calico's side reads; the same object until something changes. */
  get model(): CalicoModel {
    this.#model ??= calicoModel(this.store, this.#plan, {
      tunnels: this.#tunnels,
      blocks: [...this.ipam.blocks()].map(({ cidr, node }) => ({ cidr, node })),
      endpoints: this.endpoints,
    });
    return this.#model;
  }

  get wanted(): WantedStates {
    const { model } = this;
    this.#wanted ??= {
      nodes: new Map(model.nodes.map((node) => [node.name, nodeState(model, node)])),
      pods: new Map(model.endpoints.map((endpoint) => [endpoint.netns, podState(endpoint)])),
    };
    return this.#wanted;
  }

  /** Stores a resource; nothing comes of it until `settle`. */
  put<Resource extends AnyResource>(kind: Kind<Resource>, resource: Resource): Change<Resource> {
    const change = this.store.put(kind, resource);
    if (kind.kind === podKind.kind && change.result === 'created') {
      this.#waiting.push(resource as unknown as Pod);
    }
    return change;
  }

  /** @returns `undefined` where there is no such resource */
  delete(kind: Kind, name: string, namespace?: string): Change | undefined {
    const change = this.store.delete(kind, name, namespace);
    if (change === undefined) return undefined;
    if (kind.kind === podKind.kind) this.#removePod(change.resource as Pod);
    if (kind.kind === nodeKind.kind && kind.apiVersion === nodeKind.apiVersion) {
      this.#removeNode(name);
    }
    return change;
  }

  /** Gives out addresses until nothing changes any more: the fixed point. */
  settle(): readonly HomelessPod[] {
    this.#plan = readPlan(this.store);
    this.#changed();
    for (let round = 1; this.#assignTunnels(); round++) {
      invariant(round < ROUNDS_MAX, `tunnel addresses settle within ${ROUNDS_MAX} rounds`);
    }
    return this.#assignPods();
  }

  #changed(): void {
    this.#model = undefined;
    this.#wanted = undefined;
  }

  #settings(): IpamSettings {
    return ipamSettingsOf(this.store, poolsOf(this.store));
  }

  /** `calico-node -allocate-tunnel-addrs`, for every node. @returns whether an address changed */
  #assignTunnels(): boolean {
    const settings = this.#settings();
    let hasChanged = false;
    for (const node of this.model.nodes) {
      const before = this.#tunnels.get(node.name);
      const ipip = ensureTunnelAddress(this.ipam, 'ipip', node, settings);
      const vxlan = ensureTunnelAddress(this.ipam, 'vxlan', node, settings);
      if (before?.ipip === ipip && before?.vxlan === vxlan) continue;
      this.#tunnels.set(node.name, { ipip, vxlan });
      hasChanged = true;
    }
    if (hasChanged) this.#changed();
    return hasChanged;
  }

  #assignPods(): readonly HomelessPod[] {
    const pods = this.#waiting.filter(({ spec }) => !spec.hostNetwork);
    this.#waiting = [];
    if (pods.length === 0) return [];
    const nodes = new Map(this.model.nodes.map((node) => [node.name, node]));
    const settings = this.#settings();
    const refused: HomelessPod[] = [];
    for (const pod of pods) {
      const node = nodes.get(pod.spec.nodeName);
      invariant(node !== undefined, `${podKey(pod.metadata)} was admitted to a node that exists`);
      const { model, ipam } = this;
      const namespaceAnnotations =
        this.store.get(namespaceKind, pod.metadata.namespace)?.metadata.annotations ?? {};
      const random = seededRandom(this.#seedOf(podKey(pod.metadata)));
      const site = { node, namespaceAnnotations, model, ipam, settings, random };
      try {
        const endpoint = addWorkload(pod, site);
        this.#endpoints.set(endpoint.netns, endpoint);
      } catch (error) {
        if (!(error instanceof IpamError)) throw error;
        this.store.delete(podKind, pod.metadata.name, pod.metadata.namespace);
        refused.push({ pod, why: error.message });
      }
    }
    this.#changed();
    return refused;
  }

  /** Dice for one pod: another for every pod, and for a pod of the same name that is made anew. */
  #seedOf(key: string): number {
    let hash = this.#seed ^ this.store.revision;
    for (const letter of key) hash = Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0);
    return hash | 0;
  }

  /** CNI DEL: the address goes back to the end of the queue. */
  #removePod({ metadata }: Pod): void {
    const key = podKey(metadata);
    this.#waiting = this.#waiting.filter((pod) => podKey(pod.metadata) !== key);
    this.ipam.releaseHandle(workloadHandle(metadata), poolsOf(this.store));
    this.#endpoints.delete(key);
  }

  /** The node's pods and tunnel addresses go with it, and its blocks are free again. */
  #removeNode(name: string): void {
    for (const pod of this.store.list(podKind).filter(({ spec }) => spec.nodeName === name)) {
      this.delete(podKind, pod.metadata.name, pod.metadata.namespace);
    }
    releaseTunnelAddresses(this.ipam, name, poolsOf(this.store));
    this.ipam.releaseAffinities(name);
    this.#tunnels.delete(name);
  }
}
