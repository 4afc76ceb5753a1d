/**
 * A cluster that is only thought of, to which everything is applied first: what it refuses is refused in
 * the same words by every driver and never reaches the live cluster, and a lab that it has taken says
 * what the live cluster must be like.
 */
import { Cluster } from '../../cluster/cluster';
import { findKind, kindOf, type Resource } from '../../cluster/kinds/registry';
import { parseDocuments } from '../../manifest/parse-documents';
import type { AppliedResource, Inventory } from '../driver';
import { inventoryOf } from '../inventory';
import { applyTo, deleteFrom, patchIn } from '../resources';
import type { Target } from './resources/live-changes';

/** A document that the model has taken. */
export interface TakenDocument {
  readonly target: Target;
  /** As it was written. */
  readonly value: unknown;
  readonly resource: Resource;
}

export interface Taken {
  readonly results: readonly AppliedResource[];
  readonly documents: readonly TakenDocument[];
  /** Where the text was refused half way: with what. */
  readonly refusal: unknown;
  readonly isLab: boolean;
}

export class LabModel {
  readonly #cluster = new Cluster({ seed: 1, wireMode: false });

  get inventory(): Inventory {
    return inventoryOf(this.#cluster);
  }

  apply(yaml: string, source: string): Taken {
    let results: readonly AppliedResource[] = [];
    let refusal: unknown;
    const before = this.#cluster.control.store;
    try {
      results = applyTo(this.#cluster, yaml, source);
    } catch (error) {
      refusal = error;
    }
    const { store } = this.#cluster.control;
    const documents = readable(yaml, source).flatMap((value): TakenDocument[] => {
      const target = targetOf(value);
      const resource = target && store.get(target.kind, target.name, target.namespace);
      if (target === undefined || resource === undefined) return [];
      if (before.get(target.kind, target.name, target.namespace) === resource) return [];
      return [{ target, value, resource: resource as Resource }];
    });
    const isLab = documents.some(({ target }) => target.kind.kind === 'Underlay');
    return { results, documents, refusal, isLab };
  }

  /** @throws RefusedError */
  delete(kind: string, name: string): Target {
    deleteFrom(this.#cluster, kind, name);
    return named(kind, name);
  }

  /** @throws RefusedError */
  patch(kind: string, name: string, change: object): Target {
    patchIn(this.#cluster, kind, name, change);
    return named(kind, name);
  }

  close(): void {
    this.#cluster.network.forget();
  }
}

/** The documents of a text; none where it is broken, which was said already. */
function readable(yaml: string, source: string): readonly unknown[] {
  try {
    return parseDocuments(yaml, source).map(({ value }) => value);
  } catch {
    return [];
  }
}

interface Named {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly metadata?: { readonly name?: string; readonly namespace?: string } | null;
}

function targetOf(value: unknown): Target | undefined {
  const { apiVersion, kind: kindName, metadata } = (value ?? {}) as Named;
  const kind = kindOf(apiVersion, kindName);
  const name = metadata?.name;
  if (kind === undefined || name === undefined) return undefined;
  return { kind, name, namespace: metadata?.namespace ?? 'default' };
}

/** Of a kind and a name that the model has just found. */
function named(kindName: string, name: string): Target {
  const kind = findKind(kindName);
  if (kind === undefined) throw new RangeError(`there is no kind ${kindName}`);
  const [first = '', second] = name.split('/');
  return second === undefined
    ? { kind, name: first, namespace: 'default' }
    : { kind, name: second, namespace: first };
}
