/**
 * Asks a host's own tools for its tables.
 */
import type { Route } from '../../../host/route';
import type { ConnectionRow, Link, Neighbour } from '../../driver';
import type { Lab } from '../lab/lab';
import { sysctlFile } from '../print/sysctl-line';
import { readConnections } from './connections';
import { readLinks } from './links';
import { readNeighbours } from './neighbours';
import { readRoutes } from './routes';

const TABLES = ['raw', 'mangle', 'nat', 'filter'];

export class HostTables {
  readonly #lab: Lab;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  async neighbours(host: string): Promise<readonly Neighbour[]> {
    return readNeighbours(await this.#print(host, ['ip', '-4', '-j', 'neigh', 'show']));
  }

  async routes(host: string): Promise<readonly Route[]> {
    return readRoutes(await this.#print(host, ['ip', '-4', '-j', 'route', 'show']));
  }

  async links(host: string, isCard: (name: string) => boolean): Promise<readonly Link[]> {
    return readLinks(await this.#print(host, ['ip', '-j', '-d', 'address', 'show']), isCard);
  }

  async connections(host: string): Promise<readonly ConnectionRow[]> {
    return readConnections(await this.#print(host, ['conntrack', '-L']));
  }

  async ipset(host: string, name: string): Promise<readonly string[] | undefined> {
    const { stdout, exit } = await this.#lab.run(host, ['ipset', 'save', name]);
    if (exit !== 0) return undefined;
    return stdout.split('\n').flatMap((line) => /^add \S+ (\S+)/.exec(line)?.[1] ?? []);
  }

  async chain(host: string, table: string, chain: string): Promise<readonly string[] | undefined> {
    if (!TABLES.includes(table)) return undefined;
    const words = ['iptables', '--wait', '5', '-t', table, '-S', chain];
    const { stdout, exit } = await this.#lab.run(host, words);
    if (exit !== 0) return undefined;
    return stdout.split('\n').filter((line) => line !== '');
  }

  async sysctl(host: string, path: string): Promise<string | undefined> {
    const { stdout, exit } = await this.#lab.run(host, ['sysctl', '-n', sysctlFile(path)]);
    return exit === 0 ? stdout.trim() : undefined;
  }

  async #print(host: string, words: readonly string[]): Promise<string> {
    const { stdout, stderr, exit } = await this.#lab.run(host, words);
    if (exit !== 0) throw new Error(`${words.join(' ')} on ${host}: ${stderr.trim()}`);
    return stdout;
  }
}
