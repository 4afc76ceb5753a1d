/**
 * Asks the tools of a pod or of a node's helper for their tables; read as those of namespaces are.
 */
import type { Route } from '../../../host/route';
import { type ConnectionRow, type Link, type Neighbour, NotObservedError } from '../../driver';
import { sysctlFile } from '../../netns/print/sysctl-line';
import { readConnections } from '../../netns/tables/connections';
import { readLinks } from '../../netns/tables/links';
import { readNeighbours } from '../../netns/tables/neighbours';
import { readRoutes } from '../../netns/tables/routes';
import type { HostName } from '../../stimulus';
import type { LiveHosts } from './live-hosts';

/** What tools say of what is not there, in contrast to that they cannot look. */
const NO_CHAIN = /No chain\/target\/match by that name|does a matching chain|table does not exist/;
const NO_SET = /The set with the given name does not exist/;
const NO_SYSCTL = /No such file or directory|cannot stat/;

export class LiveTables {
  readonly #hosts: LiveHosts;

  constructor(hosts: LiveHosts) {
    this.#hosts = hosts;
  }

  async neighbours(host: HostName): Promise<readonly Neighbour[]> {
    return readNeighbours(await this.#print(host, ['ip', '-4', '-j', 'neigh', 'show']));
  }

  async routes(host: HostName): Promise<readonly Route[]> {
    return readRoutes(await this.#print(host, ['ip', '-4', '-j', 'route', 'show']));
  }

  /** A veth that is no pod's is not told from a card: machines in a cluster may be containers. */
  async links(host: HostName): Promise<readonly Link[]> {
    const json = await this.#print(host, ['ip', '-j', '-d', 'address', 'show']);
    return readLinks(json, (name) => this.#hosts.isNode(host) && !name.startsWith('cali'));
  }

  async connections(host: HostName): Promise<readonly ConnectionRow[]> {
    return readConnections(await this.#print(host, ['conntrack', '-L']));
  }

  async ipset(host: HostName, name: string): Promise<readonly string[] | undefined> {
    const text = await this.#printWhereThere(host, ['ipset', 'save', name], NO_SET);
    return text?.split('\n').flatMap((line) => /^add \S+ (\S+)/.exec(line)?.[1] ?? []);
  }

  async chain(
    host: HostName,
    table: string,
    chain: string,
  ): Promise<readonly string[] | undefined> {
    const words = ['iptables', '--wait', '5', '-t', table, '-S', chain];
    const text = await this.#printWhereThere(host, words, NO_CHAIN);
    return text?.split('\n').filter((line) => line !== '');
  }

  async sysctl(host: HostName, path: string): Promise<string | undefined> {
    const words = ['cat', `/proc/sys/${sysctlFile(path)}`];
    return (await this.#printWhereThere(host, words, NO_SYSCTL))?.trim();
  }

  async #print(host: HostName, words: readonly string[]): Promise<string> {
    const { stdout, stderr, exit } = await this.#hosts.run(host, words);
    if (exit === 0) return stdout;
    throw new NotObservedError(`${words.join(' ')} on ${host}: ${stderr.trim()}`);
  }

  async #printWhereThere(
    host: HostName,
    words: readonly string[],
    absent: RegExp,
  ): Promise<string | undefined> {
    const { stdout, stderr, exit } = await this.#hosts.run(host, words);
    if (exit === 0) return stdout;
    if (absent.test(stderr)) return undefined;
    throw new NotObservedError(`${words.join(' ')} on ${host}: ${stderr.trim()}`);
  }
}
