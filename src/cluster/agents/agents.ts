/**
 * The agents of all nodes. They watch what is done to the hosts; whatever Calico itself did not do was
 * done by hand. A node that nobody touched costs nothing.
 */
import { seededRandom } from '../../base/random';
import { refreshIntervals } from '../../calico/felix/refresh-intervals';
import type { CalicoModel } from '../../calico/model';
import type { HostChange } from '../../host/host-change';
import type { HostState } from '../../host/host-state';
import type { Op } from '../../host/op';
import { opCommand } from '../../host/op-command';
import { VethDriver } from '../../kernel/devices/veth';
import type { HostEdit, HostWatcher } from '../../kernel/host-edit';
import type { Netns } from '../../kernel/netns';
import type { Network } from '../../kernel/network';
import { caresOf } from './care';
import { Journal } from './journal';
import { NodeAgents } from './node-agents';

/** A node that agents look after. */
export interface TendedNode {
  readonly state: HostState;
  /** When it came to be; microseconds. */
  readonly sinceUs: number;
}

export class Agents implements HostWatcher {
  readonly #network: Network;
  readonly #seed: number;
  readonly #nodeOf: (name: string) => TendedNode | undefined;
  readonly #journal = new Journal();
  readonly #touched = new Map<string, NodeAgents>();
  #model: CalicoModel | undefined = undefined;
  #isProgramming = false;
  /** Who is at work; nobody: somebody's hand. */
  #actor: HostChange['by'] = 'hand';

  /** @param nodeOf what is wanted of a node; `undefined` for pods and hosts outside */
  constructor(network: Network, seed: number, nodeOf: (name: string) => TendedNode | undefined) {
    this.#network = network;
    this.#seed = seed;
    this.#nodeOf = nodeOf;
    network.watcher = this;
  }

  get isAwake(): boolean {
    return !this.#isProgramming;
  }

  get changes(): readonly HostChange[] {
    return this.#journal.changes;
  }

  /** Whether somebody has changed the node by hand. */
  isTouched(name: string): boolean {
    return this.#touched.has(name);
  }

  /** Calico programs the hosts: none of that is by hand, and nobody watches. */
  whileProgramming(model: CalicoModel, action: () => void): void {
    const hasNewSettings = this.#touched.size > 0 && settingsOf(model) !== settingsOf(this.#model);
    this.#model = model;
    this.#isProgramming = true;
    try {
      action();
    } finally {
      this.#isProgramming = false;
    }
    if (hasNewSettings) this.#restart();
  }

  /** These were done to a node that somebody had touched. */
  programmed(name: string, ops: readonly Op[]): void {
    this.#touched.get(name)?.programmed(ops);
  }

  forget(name: string): void {
    this.#touched.get(name)?.stop();
    this.#touched.delete(name);
  }

  /** With other settings Felix starts anew. */
  #restart(): void {
    for (const [name, agents] of [...this.#touched]) {
      agents.stop();
      this.#touched.delete(name);
      const host = this.#network.hosts.get(name);
      if (host !== undefined) this.#agentsOf(host, this.#network.nowUs)?.felixRestarted();
    }
  }

  #as<Result>(actor: HostChange['by'], action: () => Result): Result {
    const before = this.#actor;
    this.#actor = actor;
    try {
      return action();
    } finally {
      this.#actor = before;
    }
  }

  edited(host: Netns, edit: HostEdit): void {
    if (this.#actor === 'hand') {
      this.#note(host.name, 'hand', this.#network.typed ?? describeEdit(edit));
    }
    this.#agentsOf(host)?.edited(edit);
    const device = edit.kind === 'op' ? linkOf(edit.op) : undefined;
    if (device !== undefined) this.#linkEdited(host, device);
  }

  /** The other end of a pair sees it too, by its carrier. */
  #linkEdited(host: Netns, name: string): void {
    this.#agentsOf(host)?.linkEdited(name);
    const driver = host.devices.get(name)?.driver;
    const peer = driver instanceof VethDriver ? driver.peer : undefined;
    if (peer !== undefined) this.#agentsOf(peer.netns)?.linkEdited(peer.name);
  }

  #note(host: string, by: HostChange['by'], what: string): void {
    this.#journal.add({ atUs: this.#network.nowUs, host, by, what });
  }

  /** @param sinceUs when the agents began, where that is not when the node did */
  #agentsOf(host: Netns, sinceUs?: number): NodeAgents | undefined {
    const known = this.#touched.get(host.name);
    const node = this.#nodeOf(host.name);
    if (known !== undefined || node === undefined || this.#model === undefined) return known;
    const made = new NodeAgents({
      host,
      cares: this.#caresOf(host.name, sinceUs ?? node.sinceUs, this.#model),
      wanted: () => this.#nodeOf(host.name)?.state ?? node.state,
      act: (agent, what, action) => {
        const isDone = this.#as(agent, action);
        if (isDone) this.#note(host.name, agent, what);
        return isDone;
      },
    });
    this.#touched.set(host.name, made);
    return made;
  }

  /**
   * No agent looks for the first time before half its interval is over: whoever has just built a lab
   * has time to see what he breaks.
   */
  #caresOf(name: string, sinceUs: number, model: CalicoModel) {
    const share = (care: string) =>
      seededRandom(this.#seed ^ hashOf(`${name} ${care}`)).next() / 2 ** 32;
    return caresOf({
      intervals: refreshIntervals(model),
      interfacePrefix: model.felix.interfacePrefix,
      firstLookUs: (care, intervalUs) => sinceUs + Math.round(intervalUs * (0.5 + share(care) / 2)),
      jittered: (care, intervalUs) => Math.round(intervalUs * (1 + share(`${care} jitter`) / 10)),
    });
  }
}

/** The interface of which the change may have made one that works, or one that does not. */
function linkOf(op: Op): string | undefined {
  switch (op.kind) {
    case 'link-up':
    case 'link-down':
    case 'link-delete':
      return op.device;
    default:
      return undefined;
  }
}

function settingsOf(model: CalicoModel | undefined): string {
  return model === undefined ? '' : JSON.stringify([model.release, model.felix]);
}

function describeEdit(edit: HostEdit): string {
  if (edit.kind === 'op') return opCommand(edit.op) ?? 'something';
  return edit.part === 'ipset' ? 'changed the ipsets' : `changed table ${edit.part} of iptables`;
}

function hashOf(text: string): number {
  let hash = 0;
  for (const letter of text) hash = Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0);
  return hash | 0;
}
