/**
 * A live cluster as a driver, through the programs that its people use: kubectl and calicoctl. What is
 * applied is applied for real and taken back at the end; a lab is not built but compared; what comes of
 * a packet is what tcpdump saw in the pods and on the nodes.
 */

import type { HostChange } from '../../host/host-change';
import type { Route } from '../../host/route';
import { innermostPacket } from '../../trace/packet-of';
import type { CapturedFrame } from '../../trace/trace';
import {
  type AppliedResource,
  type CommandResult,
  type ConnectionRow,
  type Driver,
  type Inventory,
  type Link,
  type Neighbour,
  NotObservedError,
} from '../driver';
import type { Sighting } from '../netns/capture/sighting';
import { Passages } from '../netns/passage/passages';
import type { HostName, Outcome, Stimulus } from '../stimulus';
import { inOneOrder, isTunnel } from './capture/align-clocks';
import { withoutFalseEnd } from './capture/left-the-cluster';
import { LiveCaptures, type Watch } from './capture/live-captures';
import { liveTopology } from './capture/live-topology';
import { contextAgreedTo } from './context';
import { HELPER_IMAGE, HelperPods } from './hosts/helper-pods';
import { LiveHosts } from './hosts/live-hosts';
import { LiveTables } from './hosts/live-tables';
import { LabModel } from './lab-model';
import { ClusterPrograms } from './programs/cluster-programs';
import { differenceFrom } from './resources/lab-check';
import { LiveChanges, phraseOf } from './resources/live-changes';
import {
  type LiveNode,
  liveBlocks,
  liveNodes,
  livePools,
  liveWorkloads,
} from './resources/live-inventory';
import { Undo } from './resources/undo';
import { filterFor, mustBeLive, runLive } from './run-live';

export interface KubectlOptions {
  /** Time passes for real here, so nobody waits longer than this. */
  readonly patienceMs: number;
  /** Where kubectl and calicoctl are found, and what they and we are told. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Who reads captures of a live cluster is told nothing by its kernels. */
const SILENT = {
  whyLost: async () => undefined,
  whyRefused: async () => undefined,
  whyNoAnswer: async () => undefined,
};

let driverCount = 0;

/** @throws NotObservedError where nobody has agreed to the cluster that kubectl speaks to */
export async function newKubectlDriver(options: KubectlOptions): Promise<Driver> {
  const context = await contextAgreedTo(options.environment);
  driverCount += 1;
  // Unlike anybody else's on this cluster, and unlike this process's other drivers'.
  const run = `calicumber-${Date.now().toString(36)}-${process.pid}-${driverCount}`;
  return new KubectlDriver(context, run, options);
}

class KubectlDriver implements Driver {
  readonly name = 'kubectl';
  readonly remarks: readonly string[];
  readonly #programs: ClusterPrograms;
  readonly #patienceMs: number;
  readonly #model = new LabModel();
  readonly #undo = new Undo();
  readonly #changes: LiveChanges;
  readonly #hosts: LiveHosts;
  readonly #tables: LiveTables;
  readonly #captures: LiveCaptures;
  readonly #passages = new Passages();
  readonly #cards = new Map<string, string>();

  constructor(context: string, run: string, { patienceMs, environment }: KubectlOptions) {
    this.#programs = new ClusterPrograms(context, environment);
    this.#patienceMs = patienceMs;
    this.remarks = [
      `The cluster is the one of the context ${context}; only its nodes and pools were compared with labs.`,
      'Frames were captured while something was sent, and only such as that could bring about.',
    ];
    const image = environment['CALICUMBER_KUBECTL_IMAGE'] ?? HELPER_IMAGE;
    const helpers = new HelperPods(this.#programs, this.#undo, { namespace: run, image });
    this.#changes = new LiveChanges(this.#programs, this.#undo);
    this.#hosts = new LiveHosts(this.#programs, helpers, () => this.#roll());
    this.#tables = new LiveTables(this.#hosts);
    this.#captures = new LiveCaptures(this.#hosts, run);
  }

  async apply(yaml: string, source: string): Promise<readonly AppliedResource[]> {
    const { results, documents, refusal, isLab } = this.#model.apply(yaml, source);
    const found = new Set<string>();
    if (isLab) await this.#compareLab(source);
    else {
      for (const { target, value, resource } of documents) {
        const isFound = await this.#changes.apply(target, value, resource);
        if (isFound) found.add(phraseOf(target));
      }
    }
    if (refusal !== undefined) throw refusal;
    return results.map(({ kind, name, result }) => {
      return { kind, name, result: found.has(`${kind} ${name}`) ? 'unchanged' : result };
    });
  }

  async delete(kind: string, name: string): Promise<void> {
    await this.#changes.delete(this.#model.delete(kind, name));
  }

  async patch(kind: string, name: string, change: object): Promise<void> {
    await this.#changes.patch(this.#model.patch(kind, name, change), change);
  }

  async inventory(): Promise<Inventory> {
    const [live, workloads, pools, blocks] = await Promise.all([
      liveNodes(this.#programs),
      liveWorkloads(this.#programs),
      livePools(this.#programs),
      liveBlocks(this.#programs),
    ]);
    const nodes = await Promise.all(
      live.map(async (node) => {
        const nic = await this.#cardOf(node);
        return { name: node.name, address: node.address, nic };
      }),
    );
    const { segments, routers, outside } = this.#model.inventory;
    return { nodes, workloads, segments, routers, outside, pools, blocks };
  }

  async run(stimulus: Stimulus): Promise<Outcome> {
    const live = mustBeLive(stimulus);
    const inventory = await this.inventory();
    const watches = await this.#watches(inventory);
    const { result, sightings } = await this.#captures.during(watches, filterFor(live), () =>
      runLive(this.#hosts, live),
    );
    const machineOf = (host: string) => {
      const name = inventory.workloads.find(({ pod }) => pod === host)?.node ?? host;
      return { name, card: host === name ? this.#cards.get(name) : undefined };
    };
    const ordered = inOneOrder(sightings.filter(isOfProbes), machineOf, live.from);
    const topology = liveTopology(inventory, watches);
    const { frames, traces } = await this.#passages.read(ordered, topology, SILENT);
    const open = traces.map((trace) => withoutFalseEnd(trace, inventory.nodes));
    return { ...result, frames, traces: open } as Outcome;
  }

  async exec(host: HostName, command: string): Promise<CommandResult> {
    return this.#hosts.run(host, ['sh', '-c', command]);
  }

  async wait(milliseconds: number): Promise<void> {
    if (milliseconds > this.#patienceMs) {
      throw new NotObservedError(
        `on a live cluster time is real, and nobody waits ${milliseconds / 1000} s here; ` +
          `${this.#patienceMs / 1000} s at most, or as --patience says`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  async neighbours(host: HostName): Promise<readonly Neighbour[]> {
    return this.#tables.neighbours(host);
  }

  async routes(host: HostName): Promise<readonly Route[]> {
    return this.#tables.routes(host);
  }

  async links(host: HostName): Promise<readonly Link[]> {
    return this.#tables.links(host);
  }

  async connections(host: HostName): Promise<readonly ConnectionRow[]> {
    return this.#tables.connections(host);
  }

  async ipset(host: HostName, name: string): Promise<readonly string[] | undefined> {
    return this.#tables.ipset(host, name);
  }

  async chain(
    host: HostName,
    table: string,
    chain: string,
  ): Promise<readonly string[] | undefined> {
    return this.#tables.chain(host, table, chain);
  }

  async sysctl(host: HostName, path: string): Promise<string | undefined> {
    return this.#tables.sysctl(host, path);
  }

  async journal(): Promise<readonly HostChange[]> {
    throw new NotObservedError('nobody writes down what changes on the nodes of a live cluster');
  }

  async captured(): Promise<readonly CapturedFrame[]> {
    throw new NotObservedError('a live cluster is watched only while something is sent there');
  }

  async close(): Promise<void> {
    this.#model.close();
    await this.#undo.all(this.#programs);
  }

  /** @throws NotObservedError where the live cluster is another one */
  async #compareLab(source: string): Promise<void> {
    const [nodes, pools] = await Promise.all([
      liveNodes(this.#programs),
      livePools(this.#programs),
    ]);
    const difference = differenceFrom(this.#model.inventory, nodes, pools);
    if (difference === undefined) return;
    throw new NotObservedError(`the live cluster is not the lab of ${source}: ${difference}`);
  }

  /** The pods of the feature; of others it does not know. */
  #roll() {
    const { nodes, workloads, routers, outside } = this.#model.inventory;
    return {
      nodes: nodes.map(({ name }) => name),
      pods: workloads.map(({ pod }) => pod),
      outside: [...routers, ...outside].map(({ name }) => name),
    };
  }

  async #watches({ workloads }: Inventory): Promise<readonly Watch[]> {
    const { names } = this.#hosts;
    const ours = new Set(
      workloads.filter(({ pod }) => names.includes(pod)).map((one) => one.interface),
    );
    return Promise.all(
      names.map(async (host) => {
        const links = await this.#tables.links(host);
        return { host, links: links.filter((link) => this.#matters(host, link.name, ours)) };
      }),
    );
  }

  /** On a node the card, the tunnels, and the interfaces of the feature's pods. */
  #matters(host: string, device: string, ours: ReadonlySet<string>): boolean {
    if (!this.#hosts.isNode(host)) return true;
    return device === this.#cards.get(host) || ours.has(device) || isTunnel(device);
  }

  /** The device that has the node's address. */
  async #cardOf({ name, address }: LiveNode): Promise<string> {
    const known = this.#cards.get(name);
    if (known !== undefined) return known;
    const links = await this.#tables.links(name);
    const card = links.find(({ addresses }) => addresses.some((one) => one.address === address));
    if (card === undefined) throw new NotObservedError(`no interface of ${name} has its address`);
    this.#cards.set(name, card.name);
    return card.name;
  }
}

/** Not what else the tunnels carry. */
function isOfProbes({ frame }: Sighting): boolean {
  if (frame.kind === 'frame' && frame.payload.kind === 'arp') return true;
  const kind = innermostPacket(frame)?.payload.kind;
  return kind === 'icmp-echo' || kind === 'icmp-error' || kind === 'udp';
}
