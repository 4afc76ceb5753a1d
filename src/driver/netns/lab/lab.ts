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

/** Of a host's name so much is in its namespace's, which a file's name must have room for. */
const NAME_MAX = 100;

let labCount = 0;
let sweeping: Promise<unknown> | undefined;

export class Lab {
  readonly #prefix: string;
  #count = 0;
  readonly #namespaces = new Map<string, string>();

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
    const added = hosts.map((host) => [host, this.#nameFor(host)] as const);
    if (added.length === 0) return;
    for (const [host, namespace] of added) this.#namespaces.set(host, namespace);
    await addNamespaces(added.map(([, namespace]) => namespace));
  }

  /** Never the same twice: a namespace lives on for a moment after it was removed. */
  #nameFor(host: string): string {
    this.#count += 1;
    return `${this.#prefix}${this.#count}.${host.replaceAll('/', '_').slice(0, NAME_MAX)}`;
  }

  async remove(host: string): Promise<void> {
    const namespace = this.namespaceOf(host);
    this.#namespaces.delete(host);
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

  /** @returns when all namespaces are gone */
  async close(): Promise<void> {
    const names = [...this.#namespaces.values()];
    this.#namespaces.clear();
    await removeNamespaces(names);
  }
}
