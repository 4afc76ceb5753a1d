/**
 * The forwarding information base (Linux: net/ipv4/fib_trie.c). As in a kernel without `ip rule`,
 * the tables `local` and `main` share one trie, so the longest prefix wins across both.
 */
import type { Cidr } from '../addr/cidr';
import type { Ipv4 } from '../addr/ipv4';
import { PrefixMap } from '../addr/prefix-map';
import { formatRoute } from '../host/format-route';
import type { Route } from '../host/route';
import type { Device } from './devices/device';

export type FibTable = 'local' | 'main';

const NONE: readonly FibRoute[] = [];

/** A route in the table, and the next one of the same prefix (`fib_alias`). */
export class FibRoute {
  readonly route: Route;
  readonly device: Device | undefined;
  readonly table: FibTable;
  next: FibRoute | undefined = undefined;
  /** What `Fib.beatenBy` found, and for which state of the table. */
  beaten: readonly FibRoute[] = NONE;
  beatenAt = 0;

  constructor(route: Route, device: Device | undefined, table: FibTable) {
    this.route = route;
    this.device = device;
    this.table = table;
  }

  /** As `ip route` prints it; made only when somebody reads it. */
  get text(): string {
    return formatRoute(this.route);
  }
}

export class Fib {
  readonly #entries = new PrefixMap<FibRoute>();
  /** Counts the changes, from 1. */
  #generation = 1;

  /**
   * The first entry that fits, from the longest prefix to the shortest; with `device`, only entries
   * that leave by it. Blackholes and their like are entries as well and end the search.
   */
  lookup(address: Ipv4, device?: Device): FibRoute | undefined {
    if (device === undefined) return this.#entries.lookup(address);
    for (const first of this.#entries.matches(address)) {
      for (let entry: FibRoute | undefined = first; entry; entry = entry.next) {
        if (entry.device === undefined || entry.device === device) return entry;
      }
    }
    return undefined;
  }

  /**
   * The entries that hold every address of this one's prefix as well, and come after it: the longest
   * prefix first. They are the same for each address that finds it, so they are looked up once.
   */
  beatenBy(entry: FibRoute): readonly FibRoute[] {
    if (entry.beatenAt !== this.#generation) {
      entry.beaten = this.#after(entry);
      entry.beatenAt = this.#generation;
    }
    return entry.beaten;
  }

  #after(entry: FibRoute): readonly FibRoute[] {
    const { destination } = entry.route;
    // Some are made up where the table is not asked: for 255.255.255.255, and on a link without a route.
    if (this.find(destination, (other) => other === entry) === undefined) return NONE;
    const after = [...aliases(entry.next)];
    for (const first of this.#entries.matches(destination.address)) {
      if (first.route.destination.length < destination.length) after.push(...aliases(first));
    }
    return after.length === 0 ? NONE : after;
  }

  /** Puts the entry among those of its prefix: `local` first, then by metric, the oldest first. */
  add(entry: FibRoute): void {
    const { destination } = entry.route;
    const siblings = [...aliases(this.#entries.get(destination))];
    const at = siblings.findIndex((other) => order(entry, other) < 0);
    siblings.splice(at === -1 ? siblings.length : at, 0, entry);
    this.#store(destination, siblings);
  }

  /** Removes the entries of the prefix that fit. @returns those removed */
  remove(destination: Cidr, fits: (entry: FibRoute) => boolean): readonly FibRoute[] {
    const siblings = [...aliases(this.#entries.get(destination))];
    const gone = siblings.filter(fits);
    if (gone.length > 0) {
      this.#store(
        destination,
        siblings.filter((entry) => !gone.includes(entry)),
      );
    }
    return gone;
  }

  /** Removes every entry that fits; for a device that goes down. */
  flush(fits: (entry: FibRoute) => boolean): void {
    for (const entry of [...this.entries()]) {
      if (fits(entry)) this.remove(entry.route.destination, (other) => other === entry);
    }
  }

  find(destination: Cidr, fits: (entry: FibRoute) => boolean): FibRoute | undefined {
    return [...aliases(this.#entries.get(destination))].find(fits);
  }

  *entries(): IterableIterator<FibRoute> {
    for (const first of this.#entries.values()) yield* aliases(first);
  }

  /** In the order of `ip route show`: by address, the longer prefix first, then by metric. */
  routes(table: FibTable): readonly Route[] {
    return [...this.entries()]
      .filter((entry) => entry.table === table)
      .map(({ route }) => route)
      .sort(
        (one, other) =>
          one.destination.address - other.destination.address ||
          other.destination.length - one.destination.length ||
          one.metric - other.metric,
      );
  }

  #store(destination: Cidr, siblings: readonly FibRoute[]): void {
    const [first] = siblings;
    this.#generation += 1;
    siblings.forEach((entry, index) => {
      entry.next = siblings[index + 1];
    });
    if (first === undefined) this.#entries.delete(destination);
    else this.#entries.set(destination, first);
  }
}

function* aliases(first: FibRoute | undefined): IterableIterator<FibRoute> {
  for (let entry = first; entry; entry = entry.next) yield entry;
}

function order(one: FibRoute, other: FibRoute): number {
  if (one.table !== other.table) return one.table === 'local' ? -1 : 1;
  return one.route.metric - other.route.metric;
}
