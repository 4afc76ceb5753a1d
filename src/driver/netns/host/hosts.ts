/**
 * Brings a lab of namespaces to what the control plane wants: machines first, then nodes, then pods, the
 * ones of a kind side by side.
 */

import { formatIpv4 } from '../../../addr/ipv4';
import { ZERO_MAC } from '../../../addr/mac';
import type { WorkloadEndpoint } from '../../../calico/model';
import type { Cluster } from '../../../cluster/cluster';
import type { ControlPlane } from '../../../cluster/control-plane';
import { diffHostStates } from '../../../host/diff-host-states';
import { EMPTY_HOST_STATE, type HostState } from '../../../host/host-state';
import type { Op } from '../../../host/op';
import { Birds } from '../bgp/birds';
import { IpipStandIn, ipipOfThisKernel } from '../ipip/ipip';
import type { Lab } from '../lab/lab';
import type { PrintContext } from '../print/print-op';
import { carryOut } from './carry-out';
import { type Topology, topologyOf } from './topology';
import { quieten, Underlay } from './underlay';

export class Hosts {
  readonly ipip = ipipOfThisKernel();
  readonly #cluster: Cluster;
  readonly #lab: Lab;
  readonly #underlay: Underlay;
  readonly #standIn = new IpipStandIn();
  readonly #context: PrintContext;
  readonly #birds: Birds | undefined;
  /** What each host was last brought to. */
  readonly #states = new Map<string, HostState>();
  #endpoints = new Map<string, WorkloadEndpoint>();
  #topology: Topology;

  constructor(cluster: Cluster, lab: Lab, bgp: 'calicumber' | 'bird') {
    this.#cluster = cluster;
    this.#lab = lab;
    this.#underlay = new Underlay(lab, (host, device) => {
      return cluster.network.hosts.get(host)?.devices.get(device)?.mac ?? ZERO_MAC;
    });
    this.#context = { namespaceOf: (host) => lab.namespaceOf(host), ipip: this.ipip };
    this.#topology = topologyOf(cluster.control);
    this.#birds = bgp === 'bird' ? new Birds(lab) : undefined;
  }

  get topology(): Topology {
    return this.#topology;
  }

  /** Machines and pods; segments are none. */
  get names(): readonly string[] {
    const machines = this.#topology.machines.map(({ name }) => name);
    return [...machines, ...this.#endpoints.keys()];
  }

  /** @throws Error where a tool refuses what the control plane wants */
  async bring(): Promise<void> {
    const { control } = this.#cluster;
    this.#topology = topologyOf(control);
    const { machines } = this.#topology;
    const endpoints = new Map(control.endpoints.map((one) => [one.netns, one]));
    await this.#removeGone(new Set(machines.map(({ name }) => name)), endpoints);
    const newMachines = machines.filter(({ name }) => !this.#lab.has(name));
    const newPods = [...endpoints.keys()].filter((name) => !this.#lab.has(name));
    const routers = new Set(machines.filter(({ isRouter }) => isRouter).map(({ name }) => name));
    const added = [...newMachines.map(({ name }) => name), ...newPods];
    await this.#lab.add(added);
    await Promise.all(added.map((host) => quieten(this.#lab, host, routers.has(host))));
    await this.#underlay.add(newMachines);
    await this.#bringNodes(control);
    await Promise.all(newPods.map((name) => this.#bringPod(name, control.wanted.pods.get(name))));
    this.#endpoints = endpoints;
  }

  async close(): Promise<void> {
    await Promise.all([this.#standIn.close(), this.#birds?.close()]);
  }

  /** With BIRD, the routes that are BIRD's are none of ours to bring. */
  async #bringNodes({ wanted, model }: ControlPlane): Promise<void> {
    await this.#birds?.withdraw(model);
    const nodes = [...wanted.nodes].map(([name, state]) => {
      return this.#bring(name, this.#birds === undefined ? state : withoutBird(state));
    });
    await Promise.all(nodes);
    await this.#birds?.settle(model);
  }

  /** A pod that was made anew has the old one's name and nothing else of it. */
  async #removeGone(
    machines: ReadonlySet<string>,
    endpoints: ReadonlyMap<string, WorkloadEndpoint>,
  ): Promise<void> {
    for (const [name, endpoint] of this.#endpoints) {
      if (endpoints.get(name) !== endpoint) await this.#removePod(endpoint);
    }
    for (const name of [...this.#states.keys()]) {
      if (!machines.has(name) && !endpoints.has(name)) await this.#forget(name);
    }
  }

  /** With its address go the connections of it, as Felix sees to. */
  async #removePod({ netns, node, address, interface: device }: WorkloadEndpoint): Promise<void> {
    if (this.#states.has(node)) {
      await this.#carryOut(node, [{ kind: 'link-delete', device }]);
      for (const side of ['-s', '-d', '-r', '-q']) {
        await this.#lab.run(node, ['conntrack', '-D', side, formatIpv4(address)]);
      }
    }
    await this.#forget(netns);
  }

  async #forget(host: string): Promise<void> {
    this.#states.delete(host);
    this.#birds?.forget(host);
    if (this.#lab.has(host)) await this.#lab.remove(host);
  }

  /** The node has made the veth pair by now; CNI brings up the pod's end before it routes by it. */
  async #bringPod(name: string, wanted: HostState | undefined): Promise<void> {
    if (wanted === undefined) return;
    await this.#carryOut(name, [
      { kind: 'link-up', device: 'lo' },
      { kind: 'link-up', device: 'eth0' },
      ...diffHostStates(EMPTY_HOST_STATE, wanted),
    ]);
    this.#states.set(name, wanted);
  }

  async #bring(name: string, wanted: HostState): Promise<void> {
    const before = this.#states.get(name) ?? EMPTY_HOST_STATE;
    if (before === wanted) return;
    await this.#carryOut(name, diffHostStates(before, wanted));
    this.#states.set(name, wanted);
  }

  async #carryOut(host: string, ops: readonly Op[]): Promise<void> {
    await carryOut(this.#lab, host, ops, this.#context);
    if (this.ipip === 'kernel') return;
    for (const op of ops) {
      if (op.kind !== 'link-add' || op.link.kind !== 'ipip') continue;
      await this.#standIn.attach(this.#lab.namespaceOf(host), op.link.name);
    }
  }
}

function withoutBird(state: HostState): HostState {
  return { ...state, routes: state.routes.filter(({ proto }) => proto !== 'bird') };
}
