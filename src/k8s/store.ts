/**
 * The API server's memory: every resource by kind, namespace and name, each with the revision at which
 * it last changed. Making one is free, and so is a `fork`: what a fork changes, it copies first.
 */
import type { AnyResource, Kind } from '../manifest/kind';
import { sameValue } from './same-value';

type ChangeResult = 'created' | 'configured' | 'unchanged' | 'deleted';

/** What became of one resource. */
export interface Change<Resource extends AnyResource = AnyResource> {
  readonly kind: Kind<Resource>;
  readonly result: ChangeResult;
  /** As it is now; of a deleted one, as it was. */
  readonly resource: Resource;
  readonly previous: Resource | undefined;
}

interface Entry {
  readonly resource: AnyResource;
  /** The revision that made it; what is deleted and made again is another one. */
  readonly createdAt: number;
  /** How often its spec was written anew, from 1. */
  readonly generation: number;
  readonly resourceVersion: number;
}

/** All resources of one kind, by `namespace/name`. */
interface Shelf {
  readonly entries: Map<string, Entry>;
  /** In the order of `list`; made when first asked for, dropped by each change. */
  sorted: readonly AnyResource[] | undefined;
}

export class ResourceStore {
  readonly #shelves = new Map<string, Shelf>();
  /** The kinds whose shelf is this store's alone. */
  readonly #owned = new Set<string>();
  readonly #watchers = new Set<(change: Change) => void>();
  #revision = 0;

  /** How many changes there have been: the `resourceVersion` of the last one. */
  get revision(): number {
    return this.#revision;
  }

  get<R extends AnyResource>(kind: Kind<R>, name: string, namespace = 'default'): R | undefined {
    return this.#entry(kind, namespace, name)?.resource as R | undefined;
  }

  /** The revision at which the resource last changed. */
  resourceVersionOf(kind: Kind, name: string, namespace = 'default'): number | undefined {
    return this.#entry(kind, namespace, name)?.resourceVersion;
  }

  /** The revision at which the resource was made. */
  creationRevisionOf(kind: Kind, name: string, namespace = 'default'): number | undefined {
    return this.#entry(kind, namespace, name)?.createdAt;
  }

  /** `metadata.generation`: 1, and one more for every change of its spec. */
  generationOf(kind: Kind, name: string, namespace = 'default'): number | undefined {
    return this.#entry(kind, namespace, name)?.generation;
  }

  /** In the order of namespace and then name, byte by byte, as etcd keeps its keys. */
  list<R extends AnyResource>(kind: Kind<R>): readonly R[] {
    const shelf = this.#shelves.get(idOf(kind));
    if (shelf === undefined) return [];
    shelf.sorted ??= [...shelf.entries]
      .sort(([one], [other]) => compareBytes(one, other))
      .map(([, { resource }]) => resource);
    return shelf.sorted as readonly R[];
  }

  /** Any one that fits; cheaper than `list` where many are being added. */
  find<R extends AnyResource>(kind: Kind<R>, fits: (resource: R) => boolean): R | undefined {
    for (const { resource } of this.#shelves.get(idOf(kind))?.entries.values() ?? []) {
      if (fits(resource as R)) return resource as R;
    }
    return undefined;
  }

  put<R extends AnyResource>(kind: Kind<R>, resource: R): Change<R> {
    const { name, namespace } = resource.metadata;
    const before = this.#entry(kind, namespace, name);
    const previous = before?.resource as R | undefined;
    if (previous !== undefined && sameValue(previous, resource)) {
      return { kind, result: 'unchanged', resource: previous, previous };
    }
    const shelf = this.#ownShelf(idOf(kind));
    this.#revision++;
    const entry = {
      resource,
      createdAt: before?.createdAt ?? this.#revision,
      generation: before === undefined ? 1 : before.generation + specChanges(previous, resource),
      resourceVersion: this.#revision,
    };
    shelf.entries.set(keyOf(kind, namespace, name), entry);
    shelf.sorted = undefined;
    const result = previous === undefined ? 'created' : 'configured';
    return this.#tell({ kind, result, resource, previous });
  }

  /** `undefined` where there is no such resource. */
  delete<R extends AnyResource>(
    kind: Kind<R>,
    name: string,
    namespace = 'default',
  ): Change<R> | undefined {
    const previous = this.get(kind, name, namespace);
    if (previous === undefined) return undefined;
    const shelf = this.#ownShelf(idOf(kind));
    this.#revision++;
    shelf.entries.delete(keyOf(kind, namespace, name));
    shelf.sorted = undefined;
    return this.#tell({ kind, result: 'deleted', resource: previous, previous });
  }

  /** Calls back after each change from now on. @returns what ends it */
  watch(watcher: (change: Change) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** A store that holds the same and goes its own way from here; nobody watches it yet. */
  fork(): ResourceStore {
    const fork = new ResourceStore();
    for (const [id, shelf] of this.#shelves) fork.#shelves.set(id, shelf);
    fork.#revision = this.#revision;
    // From now on both share every shelf, so neither may write into one.
    this.#owned.clear();
    return fork;
  }

  #entry(kind: Kind, namespace: string | undefined, name: string): Entry | undefined {
    return this.#shelves.get(idOf(kind))?.entries.get(keyOf(kind, namespace, name));
  }

  #ownShelf(id: string): Shelf {
    const shelf = this.#shelves.get(id);
    if (shelf !== undefined && this.#owned.has(id)) return shelf;
    const own: Shelf = { entries: new Map(shelf?.entries), sorted: undefined };
    this.#shelves.set(id, own);
    this.#owned.add(id);
    return own;
  }

  #tell<R extends AnyResource>(change: Change<R>): Change<R> {
    // A watcher gets kinds as the store holds them, without their types.
    for (const watcher of this.#watchers) watcher(change as unknown as Change);
    return change;
  }
}

function specChanges(before: object | undefined, after: object): number {
  return sameValue(specOf(before), specOf(after)) ? 0 : 1;
}

function specOf(resource: object | undefined): unknown {
  return resource !== undefined && 'spec' in resource ? resource.spec : undefined;
}

function idOf({ apiVersion, kind }: Kind): string {
  return `${apiVersion}/${kind}`;
}

function keyOf({ isNamespaced }: Kind, namespace = 'default', name = ''): string {
  return isNamespaced ? `${namespace}/${name}` : name;
}

/** Names are ASCII, so the order of UTF-16 units is that of bytes. */
function compareBytes(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
