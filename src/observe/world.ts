/**
 * The cluster of a scenario while it runs: its hosts, and who is who among them.
 */
import { type Ipv4, ipv4, parseIpv4 } from '../addr/ipv4';
import type { Mac } from '../addr/mac';
import type { Op } from '../host/op';
import type { Device } from '../kernel/devices/device';
import type { Netns } from '../kernel/netns';
import type { Network } from '../kernel/network';
import { applyOp } from '../kernel/ops/apply-op';
import type { Deed } from './deed';
import { iptables } from './iptables-words';
import { Roles } from './roles';
import { type Scenario, ScenarioError, type ScenarioPool } from './scenario';

interface LivePod {
  readonly node: string;
  readonly address: Ipv4;
  /** The node's end of the pair. */
  readonly device: string;
  readonly mac: Mac;
}

export class World {
  readonly scenario: Scenario;
  readonly network: Network;
  readonly roles = new Roles();
  /** Tells of what was done past this class. */
  readonly tell: (deed: Deed) => void;
  readonly #pods = new Map<string, LivePod>();
  #pools: readonly ScenarioPool[];

  /** @param onDeed is told of everything that is done to the cluster, also of what is refused then */
  constructor(scenario: Scenario, network: Network, onDeed: (deed: Deed) => void = () => {}) {
    this.scenario = scenario;
    this.network = network;
    this.tell = onDeed;
    this.#pools = scenario.pools;
  }

  get pods(): ReadonlyMap<string, LivePod> {
    return this.#pods;
  }

  /** As the scenario gave them, with what was changed since. */
  get pools(): readonly ScenarioPool[] {
    return this.#pools;
  }

  setPools(pools: readonly ScenarioPool[]): void {
    this.#pools = pools;
  }

  addPod(name: string, pod: LivePod): void {
    this.#pods.set(name, pod);
  }

  removePod(name: string): LivePod {
    const pod = this.#pods.get(name);
    if (pod === undefined) throw new ScenarioError(`there is no pod ${name}`);
    this.#pods.delete(name);
    return pod;
  }

  /** The host called that. @throws ScenarioError where there is none */
  netns(name: string): Netns {
    const netns = this.network.hosts.get(name);
    if (netns === undefined) throw new ScenarioError(`there is no host ${name}`);
    return netns;
  }

  apply(host: string, ...ops: readonly Op[]): void {
    const netns = this.netns(host);
    for (const op of ops) {
      this.tell({ kind: 'op', host, op });
      applyOp(netns, op);
    }
  }

  iptables(host: string, words: readonly string[]): void {
    this.tell({ kind: 'iptables', host, words });
    iptables(this.netns(host), words);
  }

  flushConnections(host: string): void {
    this.netns(host).netfilter.connections.flush();
    this.tell({ kind: 'conntrack-flush', host });
  }

  /** An address by name: a pod's, a node's, a service's, `NODE:tunnel`; or the address itself. */
  resolve(who: string): Ipv4 {
    const { scenario } = this;
    const own =
      scenario.pods.get(who)?.ip ??
      scenario.nodes.get(who)?.ip ??
      (who === scenario.external.name ? scenario.external.ip : undefined) ??
      scenario.services.get(who)?.ip ??
      scenario.nodes.get(who.replace(/:tunnel$/, ''))?.block ??
      who;
    const address = this.#pods.get(who)?.address ?? parseIpv4(own.replace(/\/\d+$/, ''));
    if (address === undefined) throw new ScenarioError(`nobody is called ${who}`);
    return address;
  }

  nodeAddress(node: string): Ipv4 {
    return ipv4(this.scenario.nodes.get(node)?.ip.replace(/\/\d+$/, '') ?? '');
  }

  /** The device's own name: `cali:pod1` stands for the node's end of pod1's pair. */
  deviceName(alias: string): string {
    return this.#pods.get(alias.replace(/^cali:/, ''))?.device ?? alias;
  }

  /** The text with every `cali:POD` replaced by the interface's name. */
  withDeviceNames(text: string): string {
    return text.replace(/\bcali:([\w.-]+)/g, (alias) => this.deviceName(alias));
  }

  /** How an observation calls the device: the other way round. */
  deviceAlias(host: string, device: string): string {
    for (const [name, pod] of this.#pods) {
      if (pod.node === host && pod.device === device) return `cali:${name}`;
    }
    return device;
  }

  /** The interface that an action names; else the one that its host is reached by. */
  deviceFor({ from, dev }: { readonly from: string; readonly dev?: string | undefined }): Device {
    const name = dev === undefined ? this.scenario.nodes.get(from)?.uplink : this.deviceName(dev);
    const device = this.netns(from).devices.get(name ?? 'eth0');
    if (device === undefined) throw new ScenarioError(`${from} has no ${name ?? 'eth0'}`);
    return device;
  }

  /** Lets virtual time pass. */
  wait(seconds: number): void {
    const { scheduler } = this.network;
    scheduler.runUntil(scheduler.nowUs + Math.round(seconds * 1_000_000));
  }
}
