/**
 * The simulation as a driver: a cluster of its own for every scenario, in this process and in virtual
 * time.
 */

import { didYouMean } from '../../base/nearest-name';
import { Cluster } from '../../cluster/cluster';
import type { EngineVariant } from '../../cluster/engine-variant';
import type { HostChange } from '../../host/host-change';
import type { Route } from '../../host/route';
import type { Netns } from '../../kernel/netns';
import { readSysctl } from '../../kernel/ops/sysctl';
import { newTerminal } from '../../shell/new-terminal';
import type { Terminal } from '../../shell/terminal';
import { typeAll } from '../../shell/type-all';
import type { CapturedFrame } from '../../trace/trace';
import {
  type AppliedResource,
  type CommandResult,
  type ConnectionRow,
  type Driver,
  type Inventory,
  type Link,
  type Neighbour,
  RefusedError,
} from '../driver';
import { inventoryOf } from '../inventory';
import { applyTo, deleteFrom, patchIn } from '../resources';
import type { CommandOutcome, CommandStimulus, HostName, Outcome, Stimulus } from '../stimulus';
import { connectionsOf, linksOf, neighboursOf, rulesOf } from './host-views';
import { beginObservation } from './observation';
import { runStimulus } from './run-stimulus';

export interface SimOptions {
  readonly seed: number;
  /** Whether every frame on a link is written to bytes and read back. */
  readonly wire: boolean;
  /** The engine to be, if not the right one. */
  readonly variant?: EngineVariant;
}

/** What the simulation can do besides: somebody may log in and stay. */
export interface SimDriver extends Driver {
  /** @throws RefusedError where there is no such host */
  terminal(host: HostName): Terminal;
}

export function newSimDriver({ seed, wire, variant }: SimOptions): SimDriver {
  const cluster = variant === undefined ? {} : { variant };
  const remarks =
    variant === undefined ? [] : [`The engine is not the right one but ${variant.name}.`];
  return new Simulation(new Cluster({ seed, wireMode: wire, ...cluster }), remarks);
}

class Simulation implements SimDriver {
  readonly name = 'sim';
  readonly remarks: readonly string[];
  readonly #cluster: Cluster;
  /** Who types on a host is the same in all of a scenario: he stays in his directory. */
  readonly #terminals = new Map<Netns, Terminal>();
  /** How many changes of hosts an outcome has told of. */
  #toldChanges = 0;

  constructor(cluster: Cluster, remarks: readonly string[]) {
    this.#cluster = cluster;
    this.remarks = remarks;
  }

  async apply(yaml: string, source: string): Promise<readonly AppliedResource[]> {
    return applyTo(this.#cluster, yaml, source);
  }

  async delete(kind: string, name: string): Promise<void> {
    deleteFrom(this.#cluster, kind, name);
  }

  async patch(kind: string, name: string, change: object): Promise<void> {
    patchIn(this.#cluster, kind, name, change);
  }

  async inventory(): Promise<Inventory> {
    return inventoryOf(this.#cluster);
  }

  async run(stimulus: Stimulus): Promise<Outcome> {
    const outcome = await this.#send(stimulus);
    const { journal } = this.#cluster;
    const changes = journal.slice(this.#toldChanges);
    this.#toldChanges = journal.length;
    return { ...outcome, changes };
  }

  async #send(stimulus: Stimulus): Promise<Outcome> {
    if (stimulus.kind === 'command') return this.#type(stimulus);
    return runStimulus(this.#cluster.network, this.#host(stimulus.from), stimulus);
  }

  async #type(stimulus: CommandStimulus): Promise<CommandOutcome> {
    const endObservation = beginObservation(this.#cluster.network);
    const { stdout, stderr, exit } = await this.exec(stimulus.from, stimulus.lines);
    const seen = endObservation();
    return { kind: 'command', stimulus, output: stdout + stderr, stdout, stderr, exit, ...seen };
  }

  async exec(host: HostName, command: string): Promise<CommandResult> {
    const terminal = this.#terminalOn(host);
    const answer = await typeAll(terminal, command);
    terminal.returnHome();
    return answer;
  }

  async wait(milliseconds: number): Promise<void> {
    const { scheduler } = this.#cluster.network;
    scheduler.refill();
    scheduler.runUntil(scheduler.nowUs + milliseconds * 1000);
  }

  async neighbours(host: HostName): Promise<readonly Neighbour[]> {
    return neighboursOf(this.#host(host));
  }

  async routes(host: HostName): Promise<readonly Route[]> {
    return this.#host(host).fib.routes('main');
  }

  async links(host: HostName): Promise<readonly Link[]> {
    return linksOf(this.#host(host));
  }

  async connections(host: HostName): Promise<readonly ConnectionRow[]> {
    return connectionsOf(this.#host(host));
  }

  async ipset(host: HostName, name: string): Promise<readonly string[] | undefined> {
    return this.#host(host).netfilter.ipsets.find(name)?.members;
  }

  async chain(
    host: HostName,
    table: string,
    chain: string,
  ): Promise<readonly string[] | undefined> {
    return rulesOf(this.#host(host), table, chain);
  }

  async sysctl(host: HostName, path: string): Promise<string | undefined> {
    return readSysctl(this.#host(host), path);
  }

  async journal(): Promise<readonly HostChange[]> {
    return [...this.#cluster.journal];
  }

  async captured(): Promise<readonly CapturedFrame[]> {
    return this.#cluster.network.frames;
  }

  async close(): Promise<void> {
    this.#cluster.network.forget();
  }

  terminal(host: HostName): Terminal {
    return newTerminal(this.#cluster, this.#host(host).name);
  }

  #terminalOn(name: HostName): Terminal {
    const host = this.#host(name);
    const open = this.#terminals.get(host);
    if (open !== undefined && !open.isClosed) return open;
    const terminal = newTerminal(this.#cluster, name);
    this.#terminals.set(host, terminal);
    return terminal;
  }

  #host(name: HostName): Netns {
    const { hosts } = this.#cluster.network;
    const host = hosts.get(name);
    if (host === undefined) {
      throw new RefusedError(`there is no host ${name}${didYouMean(name, [...hosts.keys()])}`);
    }
    return host;
  }
}
