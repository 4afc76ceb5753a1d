/**
 * What this run changed in the cluster, and how it is put back: in the opposite order.
 */
import { NotObservedError } from '../../driver';
import type { ClusterPrograms } from '../programs/cluster-programs';

export interface Change {
  /** For who must put it back by hand. */
  readonly what: string;
  undo(programs: ClusterPrograms): Promise<unknown>;
}

export class Undo {
  #changes: readonly Change[] = [];

  add(change: Change): void {
    this.#changes = [...this.#changes, change];
  }

  /** It is gone already, and not to be put back. */
  forget(what: string): void {
    this.#changes = this.#changes.filter((change) => change.what !== what);
  }

  has(what: string): boolean {
    return this.#changes.some((change) => change.what === what);
  }

  /** @throws NotObservedError where something could not be put back, after all else was */
  async all(programs: ClusterPrograms): Promise<void> {
    const failed: string[] = [];
    for (const change of [...this.#changes].reverse()) {
      try {
        await change.undo(programs);
      } catch (error) {
        failed.push(`${change.what} (${error instanceof Error ? error.message : error})`);
      }
    }
    this.#changes = [];
    if (failed.length === 0) return;
    throw new NotObservedError(`what is left in the cluster: ${failed.join('; ')}`);
  }
}

/** The merge patch that takes another back: each field that it names as it was, or gone. */
export function inverseOf(change: object, before: unknown): object {
  const was = new Map(isObject(before) ? Object.entries(before) : []);
  return Object.fromEntries(
    Object.entries(change).map(([field, value]) => {
      const old = was.get(field);
      return [field, isObject(value) && isObject(old) ? inverseOf(value, old) : (old ?? null)];
    }),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
