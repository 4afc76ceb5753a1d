/**
 * A real Linux kernel as a driver: every host of the lab is a network namespace of this machine, what
 * Calico wants of it is put there by the machine's own tools, and what comes of a packet is what
 * tcpdump saw. The control plane is the simulation's, word for word.
 */

import { release } from 'node:os';
import type { Mac } from '../../addr/mac';
import { didYouMean } from '../../base/nearest-name';
import { Cluster } from '../../cluster/cluster';
import type { HostChange } from '../../host/host-change';
import type { Route } from '../../host/route';
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
  RefusedError,
} from '../driver';
import { inventoryOf } from '../inventory';
import { applyTo, deleteFrom, patchIn } from '../resources';
import type { HostName, Outcome, Stimulus } from '../stimulus';
import { Captures } from './capture/captures';
import type { CaptureSpot } from './capture/interface-capture';
import type { Sighting } from './capture/sighting';
import { untilNothingWaits } from './exchange';
import { execute } from './host/execute';
import { HandMade } from './host/hand-made';
import { Hosts } from './host/hosts';
import type { End } from './host/topology';
import { ipipOfThisKernel } from './ipip/ipip';
import { Lab } from './lab/lab';
import { watchForTheEnd } from './lab/the-end';
import { type Episode, Passages } from './passage/passages';
import { Witness } from './passage/witness';
import type { Site } from './programs/program';
import { runProgram } from './programs/run-program';
import { missingForNetns } from './requirements';
import { HostTables } from './tables/host-tables';

export interface NetnsOptions {
  /** The dice of addresses that nobody asked for: pods' and cards' MACs. */
  readonly seed: number;
  /** Time passes for real here, so nobody waits longer than this. */
  readonly patienceMs: number;
  /** Who brings routes to the nodes: this program's distribution, or BIRD daemons. */
  readonly bgp: 'calicumber' | 'bird';
}

/** In tcpdump's words: what BIRD says to BIRD is no part of any exchange. */
const WITHOUT_BGP = ['not', 'tcp', 'port', '179'];

/** @throws NotObservedError where this machine lacks something, with what it lacks */
export function newNetnsDriver(options: NetnsOptions): Driver {
  const missing = missingForNetns();
  if (missing.length > 0) {
    throw new NotObservedError(
      `the driver netns cannot work here without ${missing.join('; and ')}`,
    );
  }
  watchForTheEnd();
  return new NetnsDriver(options);
}

function remarksOn(bgp: NetnsOptions['bgp']): readonly string[] {
  const kernel = `Linux ${release()}`;
  return [
    ipipOfThisKernel() === 'kernel'
      ? `IPIP is that of ${kernel}.`
      : `${kernel} has no IPIP loaded: tunl0 is a stand-in, and outer headers of IPIP are its own.`,
    bgp === 'bird'
      ? 'Routes to other nodes come of BIRD 2 daemons, which program them as those of Calico, patched, do.'
      : 'Routes to other nodes come of this program, without BGP.',
    'No Felix runs: what is changed on hosts by hand stays as it is.',
  ];
}

class NetnsDriver implements Driver {
  readonly name = 'netns';
  readonly remarks: readonly string[];
  readonly #cluster: Cluster;
  readonly #patienceMs: number;
  readonly #lab = new Lab();
  readonly #hosts: Hosts;
  readonly #tables: HostTables;
  readonly #captures: Captures;
  readonly #passages = new Passages();
  readonly #witness = new Witness(this.#lab);
  readonly #handMade = new HandMade(this.#lab);
  readonly #frames: CapturedFrame[] = [];

  constructor({ seed, patienceMs, bgp }: NetnsOptions) {
    this.#cluster = new Cluster({ seed, wireMode: false });
    this.#patienceMs = patienceMs;
    this.remarks = remarksOn(bgp);
    this.#hosts = new Hosts(this.#cluster, this.#lab, bgp);
    this.#captures = new Captures(bgp === 'bird' ? WITHOUT_BGP : []);
    this.#tables = new HostTables(this.#lab);
  }

  async apply(yaml: string, source: string): Promise<readonly AppliedResource[]> {
    return this.#change(() => applyTo(this.#cluster, yaml, source));
  }

  async delete(kind: string, name: string): Promise<void> {
    await this.#change(() => deleteFrom(this.#cluster, kind, name));
  }

  async patch(kind: string, name: string, change: object): Promise<void> {
    await this.#change(() => patchIn(this.#cluster, kind, name, change));
  }

  async inventory(): Promise<Inventory> {
    return inventoryOf(this.#cluster);
  }

  async run(stimulus: Stimulus): Promise<Outcome> {
    this.#mustBe(stimulus.from);
    await this.#look();
    if (stimulus.kind === 'command') {
      const { stdout, stderr, exit } = await this.#type(stimulus.from, stimulus.lines);
      const output = stdout + stderr;
      return { kind: 'command', stimulus, output, stdout, stderr, exit, ...(await this.#look()) };
    }
    const bare = await runProgram(this.#site(), stimulus);
    const first = await this.#captures.take();
    // An ARP question of one's own leaves nothing waiting.
    const all = stimulus.kind === 'arping' ? first : await untilNothingWaits(this.#captures, first);
    return { ...bare, ...(await this.#keep(all)) } as Outcome;
  }

  async exec(host: HostName, command: string): Promise<CommandResult> {
    this.#mustBe(host);
    return this.#type(host, command);
  }

  async wait(milliseconds: number): Promise<void> {
    if (milliseconds > this.#patienceMs) {
      throw new NotObservedError(
        `on a real kernel time is real, and nobody waits ${milliseconds / 1000} s here; ` +
          `${this.#patienceMs / 1000} s at most, or as --patience says`,
      );
    }
    const changed = await this.#handMade.changedHost();
    if (changed !== undefined) {
      throw new NotObservedError(
        `somebody changed ${changed} by hand, and no Felix and no BIRD looks after its tables here`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  async neighbours(host: HostName): Promise<readonly Neighbour[]> {
    return this.#tables.neighbours(this.#mustBe(host));
  }

  async routes(host: HostName): Promise<readonly Route[]> {
    return this.#tables.routes(this.#mustBe(host));
  }

  async links(host: HostName): Promise<readonly Link[]> {
    const cards = this.#hosts.topology.machines.find(({ name }) => name === host)?.cards ?? [];
    const names = new Set(cards.map(({ device }) => device));
    return this.#tables.links(this.#mustBe(host), (name) => names.has(name));
  }

  async connections(host: HostName): Promise<readonly ConnectionRow[]> {
    return this.#tables.connections(this.#mustBe(host));
  }

  async ipset(host: HostName, name: string): Promise<readonly string[] | undefined> {
    return this.#tables.ipset(this.#mustBe(host), name);
  }

  async chain(
    host: HostName,
    table: string,
    chain: string,
  ): Promise<readonly string[] | undefined> {
    return this.#tables.chain(this.#mustBe(host), table, chain);
  }

  async sysctl(host: HostName, path: string): Promise<string | undefined> {
    return this.#tables.sysctl(this.#mustBe(host), path);
  }

  async journal(): Promise<readonly HostChange[]> {
    throw new NotObservedError('no Felix runs on these hosts, and nobody writes down what changes');
  }

  async captured(): Promise<readonly CapturedFrame[]> {
    await this.#look();
    return this.#frames;
  }

  async close(): Promise<void> {
    await Promise.all([this.#captures.close(), this.#hosts.close()]);
    await this.#lab.close();
    this.#cluster.network.forget();
  }

  /** Changes the control plane, and brings the hosts there also where the change was refused half way. */
  async #change<Result>(action: () => Result): Promise<Result> {
    await this.#look();
    try {
      return action();
    } finally {
      await this.#bring();
    }
  }

  async #bring(): Promise<void> {
    await this.#hosts.bring();
    this.#handMade.forget();
    await this.#captures.watch(this.#spots());
    for (const host of this.#lab.hosts) {
      for (const device of this.#hosts.topology.devicesOf(host)) {
        const mac = this.#macOf({ host, device });
        if (mac !== undefined) this.#captures.addMac(host, device, mac);
      }
    }
  }

  #spots(): readonly (CaptureSpot & { readonly namespace: string })[] {
    const { topology } = this.#hosts;
    return this.#hosts.names.flatMap((host) => {
      const namespace = this.#lab.namespaceOf(host);
      return ['lo', ...topology.devicesOf(host)].flatMap((device) => {
        const ways = device === 'tunl0' ? (['in', 'out'] as const) : [undefined];
        return ways.map((only) => ({ namespace, host, device, only }));
      });
    });
  }

  /** Takes in what was seen since the last time. */
  async #look(): Promise<Episode> {
    return this.#keep(await this.#captures.take());
  }

  async #keep(sightings: readonly Sighting[]): Promise<Episode> {
    const { topology } = this.#hosts;
    const episode = await this.#passages.read(sightings, topology, this.#witness);
    this.#frames.push(...episode.frames);
    return episode;
  }

  async #type(host: HostName, lines: string): Promise<CommandResult> {
    const before = this.#cluster.control;
    if (before.wanted.nodes.has(host)) await this.#handMade.remember(host);
    const result = await execute(this.#cluster, this.#lab, host, lines);
    for (const { name, mac } of await this.links(host)) {
      if (mac !== undefined) this.#captures.addMac(host, name, mac);
    }
    // kubectl and calicoctl change what the hosts should be.
    if (this.#cluster.control !== before) await this.#bring();
    return result;
  }

  #site(): Site {
    const { topology, names } = this.#hosts;
    return {
      lab: this.#lab,
      ownerOf: (address) => names.find((host) => topology.owns(host, address)),
      macOf: (end) => this.#macOf(end),
      peerOf: (end) => topology.peersOf(end)[0],
    };
  }

  /** The control plane's simulated hosts have the same devices, with the same addresses. */
  #macOf({ host, device }: End): Mac | undefined {
    return this.#cluster.network.hosts.get(host)?.devices.get(device)?.mac;
  }

  #mustBe(host: HostName): HostName {
    const { names } = this.#hosts;
    if (names.includes(host)) return host;
    throw new RefusedError(`there is no host ${host}${didYouMean(host, names)}`);
  }
}
