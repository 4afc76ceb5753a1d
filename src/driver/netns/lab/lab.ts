/**
 * The namespaces of one lab: a host's name to its namespace, made when they are needed and removed at
 * the end.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invariant } from '../../../base/invariant';
import { addNamespaces, removeNamespaces } from './namespaces';
import { labPrefix } from './run-id';
import { inside, runTool, type ToolResult } from './run-tool';
import { endProcessesIn, sweep } from './sweep';

let labCount = 0;
let sweeping: Promise<unknown> | undefined;

export class Lab {
  readonly #prefix: string;
  readonly #namespaces = new Map<string, string>();
  readonly #visited = new Set<string>();

  constructor() {
    labCount += 1;
    this.#prefix = labPrefix(labCount);
  }

  /** For files that the lab's programs need; made by who needs it. */
  get folder(): string {
    return join(tmpdir(), `${this.#prefix}files`);
  }

  has(host: string): boolean {
    return this.#namespaces.has(host);
  }

  get hosts(): readonly string[] {
    return [...this.#namespaces.keys()];
  }

  /** The namespace of a host. Names of pods have a slash, which no file's name can have. */
  namespaceOf(host: string): string {
    const namespace = this.#namespaces.get(host);
    invariant(namespace !== undefined, `there is a namespace for ${host}`);
    return namespace;
  }

  async add(hosts: readonly string[]): Promise<void> {
    sweeping ??= sweep();
    await sweeping;
    const added = hosts.map(
      (host) => [host, `${this.#prefix}${host.replaceAll('/', '.')}`] as const,
    );
    if (added.length === 0) return;
    for (const [host, namespace] of added) this.#namespaces.set(host, namespace);
    await addNamespaces(added.map(([, namespace]) => namespace));
  }

  async remove(host: string): Promise<void> {
    const namespace = this.namespaceOf(host);
    this.#namespaces.delete(host);
    this.#visited.delete(host);
    await endProcessesIn(namespace);
    await removeNamespaces([namespace]);
  }

  /** Runs a program in the namespace of a host. */
  run(
    host: string,
    words: readonly string[],
    options?: Parameters<typeof runTool>[1],
  ): Promise<ToolResult> {
    return runTool(inside(this.namespaceOf(host), words), options);
  }

  /** Notes that somebody may have started something on the host that does not end by itself. */
  visit(host: string): void {
    this.#visited.add(host);
  }

  /** @returns when all namespaces are gone, and all that ran in them */
  async close(): Promise<void> {
    const names = [...this.#namespaces.values()];
    await Promise.all([...this.#visited].map((host) => endProcessesIn(this.namespaceOf(host))));
    this.#namespaces.clear();
    await removeNamespaces(names);
  }
}
