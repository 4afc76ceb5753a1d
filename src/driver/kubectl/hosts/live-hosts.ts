/**
 * Where a sentence's hosts are in a live cluster, and how something is run there: in a pod itself, on a
 * node in the helper pod, and nowhere else.
 */
import { didYouMean } from '../../../base/nearest-name';
import { NotObservedError, RefusedError } from '../../driver';
import type { HostName } from '../../stimulus';
import type { ClusterPrograms, ExecResult } from '../programs/cluster-programs';
import type { HelperPods } from './helper-pods';

/** Who is who; changes with what is applied. */
export interface Roll {
  readonly nodes: readonly string[];
  readonly pods: readonly string[];
  /** Routers, and hosts that are not of the cluster. */
  readonly outside: readonly string[];
}

export class LiveHosts {
  readonly #programs: ClusterPrograms;
  readonly #helpers: HelperPods;
  readonly #roll: () => Roll;

  constructor(programs: ClusterPrograms, helpers: HelperPods, roll: () => Roll) {
    this.#programs = programs;
    this.#helpers = helpers;
    this.#roll = roll;
  }

  /** All in which something can be run. */
  get names(): readonly string[] {
    const { nodes, pods } = this.#roll();
    return [...nodes, ...pods];
  }

  isNode(host: HostName): boolean {
    return this.#roll().nodes.includes(host);
  }

  async run(
    host: HostName,
    words: readonly string[],
    wish?: { readonly stdin?: string; readonly patienceMs?: number },
  ): Promise<ExecResult> {
    return this.#programs.exec(await this.#placeOf(host), words, wish);
  }

  async bytesOf(host: HostName, file: string): Promise<Uint8Array> {
    const place = await this.#placeOf(host);
    const { stdout, stderr, exit } = await this.#programs.execBytes(place, ['cat', file]);
    if (exit === 0) return stdout;
    throw new NotObservedError(`a capture on ${host} cannot be fetched: ${stderr.trim()}`);
  }

  /** @throws RefusedError where there is no such host, NotObservedError where it is out of reach */
  async #placeOf(host: HostName): Promise<readonly [string, string]> {
    const { nodes, outside } = this.#roll();
    if (nodes.includes(host)) return this.#helpers.on(host, nodes);
    const [namespace, pod] = host.split('/');
    if (namespace !== undefined && pod !== undefined && this.names.includes(host)) {
      return [namespace, pod];
    }
    if (outside.includes(host)) {
      throw new NotObservedError(`${host} is not of the cluster: kubectl does not get there`);
    }
    throw new RefusedError(`there is no host ${host}${didYouMean(host, this.names)}`);
  }
}
