/**
 * What was changed on the hosts besides what Calico was told to: by hand, and by the agents that put it
 * right. In order.
 */
import type { HostChange } from '../../host/host-change';

/** Who changes more than this has a loop; what he did first is what matters. */
const CHANGES_MAX = 10_000;

export class Journal {
  readonly #changes: HostChange[] = [];

  get changes(): readonly HostChange[] {
    return this.#changes;
  }

  /** The same thing said twice in a row is said once: a flush of many chains, say. */
  add(change: HostChange): void {
    const last = this.#changes.at(-1);
    if (last !== undefined && isSame(last, change)) return;
    if (this.#changes.length < CHANGES_MAX) this.#changes.push(change);
  }
}

function isSame(one: HostChange, other: HostChange): boolean {
  return (
    one.atUs === other.atUs &&
    one.host === other.host &&
    one.by === other.by &&
    one.what === other.what
  );
}
