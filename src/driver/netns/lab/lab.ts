/**
 * The namespaces of one lab: a host's name to its namespace, made when they are needed and removed at
 * the end, also where this process is interrupted.
 */
import { invariant } from '../../../base/invariant';
import { addNamespaces, namespaces, removeNamespaces, removeNamespacesAtOnce } from './namespaces';
import { labPrefix, thisProcess } from './run-id';
import { inside, runTool, type ToolResult } from './run-tool';
import { endProcessesIn, sweep } from './sweep';

let labCount = 0;
let sweeping: Promise<unknown> | undefined;

export class Lab {
  readonly #prefix: string;
  readonly #namespaces = new Map<string, string>();

  constructor() {
    labCount += 1;
    this.#prefix = labPrefix(thisProcess(), labCount);
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
    openLabs.add(this);
    watchForTheEnd();
    for (const [host, namespace] of added) this.#namespaces.set(host, namespace);
    await addNamespaces(added.map(([, namespace]) => namespace));
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

  async close(): Promise<void> {
    const names = [...this.#namespaces.values()];
    this.#namespaces.clear();
    await removeNamespaces(names);
    openLabs.delete(this);
  }

  /** What cannot wait: this process is about to end. */
  closeAtOnce(): void {
    removeNamespacesAtOnce(namespaces().filter((name) => name.startsWith(this.#prefix)));
  }
}

const openLabs = new Set<Lab>();
let isWatching = false;

/** Whoever is interrupted takes his labs with him; whoever is killed leaves them to the next sweep. */
function watchForTheEnd(): void {
  if (isWatching) return;
  isWatching = true;
  process.on('exit', () => {
    for (const lab of openLabs) lab.closeAtOnce();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const lab of openLabs) lab.closeAtOnce();
      openLabs.clear();
      // The signal's own work, now that nobody listens any more.
      process.kill(process.pid, signal);
    });
  }
}
