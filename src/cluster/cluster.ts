/**
 * A cluster that runs: the API server's memory, the control planes that read it, and the hosts that
 * they program. Manifests go in; `network` is what packets meet.
 */
import { invariant } from '../base/invariant';
import type { Random } from '../base/random';
import { Ipam, type IpamSettings } from '../calico/ipam/ipam';
import { IpamError } from '../calico/ipam/ipam-error';
import { ensureTunnelAddress } from '../calico/ipam/tunnel-address';
import type { CalicoModel, WorkloadEndpoint } from '../calico/model';
import { namespaceKind } from '../k8s/resources/namespace';
import { nodeKind } from '../k8s/resources/node';
import { type Pod, podKind } from '../k8s/resources/pod';
import { type Change, ResourceStore } from '../k8s/store';
import { Network } from '../kernel/network';
import { LINUX } from '../kernel/stack-of-linux';
import type { AnyResource, Kind } from '../manifest/kind';
import { Machines } from './machines';
import { calicoModel } from './model/calico-model';
import { ipamSettingsOf } from './model/ipam-settings';
import type { TunnelAddresses } from './model/nodes';
import { poolsOf } from './model/pools';
import type { Plan } from './plan';
import { Programmer } from './programmer';
import { readPlan } from './read-plan';
import { addWorkload, podKey, workloadHandle } from './workloads';

export interface ClusterOptions {
  readonly random: Random;
  readonly wireMode: boolean;
}

/** More rounds than this and the control planes chase each other. */
const ROUNDS_MAX = 10;

export class Cluster {
  readonly network: Network;
  readonly store = new ResourceStore();
  readonly ipam = new Ipam();
  readonly #machines: Machines;
  readonly #programmer: Programmer;
  readonly #endpoints = new Map<string, WorkloadEndpoint>();
  readonly #tunnels = new Map<string, TunnelAddresses>();
  #plan: Plan;
  /** Pods that were asked for and have no address yet. */
  #waiting: Pod[] = [];

  constructor(options: ClusterOptions) {
    this.network = new Network(LINUX, options);
    this.#machines = new Machines(this.network);
    this.#programmer = new Programmer(this.network);
    this.#plan = readPlan(this.store);
  }

  /** The pods that have an address, in the order in which they got it. */
  get endpoints(): readonly WorkloadEndpoint[] {
    return [...this.#endpoints.values()];
  }

  get plan(): Plan {
    return this.#plan;
  }

  /** What Calico's side reads of the cluster as it is now. */
  model(): CalicoModel {
    return calicoModel(this.store, this.#plan, {
      tunnels: this.#tunnels,
      blocks: [...this.ipam.blocks()].map(({ cidr, node }) => ({ cidr, node })),
      endpoints: this.endpoints,
    });
  }

  /** Stores a resource; nothing happens until the cluster settles. */
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

  /**
   * Lets the control planes work until nothing is left to do.
   * @returns the pods that could not be given an address, and why; they are no longer stored
   */
  settle(): readonly { readonly pod: Pod; readonly why: string }[] {
    this.#plan = readPlan(this.store);
    this.#machines.update(this.#plan, this.store.list(nodeKind));
    this.#assignTunnels();
    const refused = this.#assignPods();
    for (let round = 1; this.#programmer.program(this.model()) > 0; round++) {
      invariant(round < ROUNDS_MAX, `the cluster comes to rest within ${ROUNDS_MAX} rounds`);
      if (!this.#assignTunnels()) break;
    }
    return refused;
  }

  #settings(): IpamSettings {
    return ipamSettingsOf(this.store, poolsOf(this.store));
  }

  /** `calico-node -allocate-tunnel-addrs`, for every node. @returns whether an address changed */
  #assignTunnels(): boolean {
    const settings = this.#settings();
    let hasChanged = false;
    for (const node of this.model().nodes) {
      const before = this.#tunnels.get(node.name);
      const ipip = ensureTunnelAddress(this.ipam, 'ipip', node, settings);
      const vxlan = ensureTunnelAddress(this.ipam, 'vxlan', node, settings);
      if (before?.ipip === ipip && before?.vxlan === vxlan) continue;
      this.#tunnels.set(node.name, { ipip, vxlan });
      hasChanged = true;
    }
    return hasChanged;
  }

  #assignPods(): readonly { readonly pod: Pod; readonly why: string }[] {
    const pods = this.#waiting.filter(({ spec }) => !spec.hostNetwork);
    this.#waiting = [];
    if (pods.length === 0) return [];
    const model = this.model();
    const nodes = new Map(model.nodes.map((node) => [node.name, node]));
    const settings = this.#settings();
    const refused: { readonly pod: Pod; readonly why: string }[] = [];
    for (const pod of pods) {
      const node = nodes.get(pod.spec.nodeName);
      invariant(
        node !== undefined,
        `pod ${podKey(pod.metadata)} was admitted to a node that exists`,
      );
      try {
        const namespaceAnnotations =
          this.store.get(namespaceKind, pod.metadata.namespace)?.metadata.annotations ?? {};
        const { ipam } = this;
        const { random } = this.network;
        const site = { node, namespaceAnnotations, model, ipam, settings, random };
        this.#addPod(addWorkload(pod, site));
      } catch (error) {
        if (!(error instanceof IpamError)) throw error;
        this.store.delete(podKind, pod.metadata.name, pod.metadata.namespace);
        refused.push({ pod, why: error.message });
      }
    }
    return refused;
  }

  #addPod(endpoint: WorkloadEndpoint): void {
    this.#machines.addPod(endpoint.netns);
    this.#endpoints.set(endpoint.netns, endpoint);
  }

  /** CNI DEL: the veth goes with its namespace, the address goes back to the end of the queue. */
  #removePod({ metadata }: Pod): void {
    const key = podKey(metadata);
    this.#waiting = this.#waiting.filter((pod) => podKey(pod.metadata) !== key);
    this.ipam.releaseHandle(workloadHandle(metadata), poolsOf(this.store));
    this.#endpoints.delete(key);
    this.#programmer.forget(key);
    this.network.removeHost(key);
  }

  /** The node's pods go with it, and its blocks are free again. */
  #removeNode(name: string): void {
    for (const pod of this.store.list(podKind).filter(({ spec }) => spec.nodeName === name)) {
      this.delete(podKind, pod.metadata.name, pod.metadata.namespace);
    }
    this.ipam.releaseAffinities(name);
    this.#tunnels.delete(name);
    this.#programmer.forget(name);
  }
}
