/**
 * The rows of `/proc/net/nf_conntrack`, by the tuples of both directions
 * (net/netfilter/nf_conntrack_core.c).
 */
import type { Ipv4 } from '../../addr/ipv4';
import type { Connection, Direction } from './connection';
import { hashTuple, sameTuple, type Tuple } from './tuple';

interface Entry {
  readonly connection: Connection;
  readonly direction: Direction;
}

/** Below that many rows, expired ones hurt nobody. */
const SWEEP_SIZE_MIN = 4096;

export class ConnectionTable {
  /** By hash; tuples whose hashes are equal share a bucket. */
  readonly #buckets = new Map<number, Entry[]>();
  /** In the order in which they were confirmed. */
  readonly #rows = new Set<Connection>();
  /** By the socket that began them: see `socketKey`. */
  readonly #bySource = new Map<number, Set<Connection>>();
  readonly #nowUs: () => number;
  #sweepAtSize = SWEEP_SIZE_MIN;

  constructor(nowUs: () => number) {
    this.#nowUs = nowUs;
  }

  /** The connection whose packets look so, and which way such a packet goes. */
  find(tuple: Tuple): Entry | undefined {
    const bucket = this.#buckets.get(hashTuple(tuple));
    if (bucket === undefined) return undefined;
    for (const entry of bucket) {
      const { connection, direction } = entry;
      if (!sameTuple(connection.tuple(direction), tuple)) continue;
      if (connection.expiresAtUs > this.#nowUs()) return entry;
      this.remove(connection);
      return undefined;
    }
    return undefined;
  }

  /**
   * `nf_nat_used_tuple`: whether another connection's packets look so already. Two that began alike
   * are one flow, whatever became of it.
   */
  isTaken(tuple: Tuple, by: Connection): boolean {
    const found = this.find(tuple);
    if (found === undefined || found.connection === by) return false;
    return !sameTuple(found.connection.original, by.original);
  }

  /** `find_appropriate_src`: the connections that began at the same address, protocol and port. */
  *fromSameSocket(tuple: Tuple): IterableIterator<Connection> {
    for (const connection of this.#bySource.get(socketKey(tuple)) ?? []) {
      if (connection.original.protocol === tuple.protocol) yield connection;
    }
  }

  /** @returns false where another row already has one of the two tuples: the packet must die */
  confirm(connection: Connection): boolean {
    if (this.find(connection.original) || this.find(connection.reply)) return false;
    if (this.#rows.size >= this.#sweepAtSize) {
      this.#sweep();
      this.#sweepAtSize = Math.max(SWEEP_SIZE_MIN, 2 * this.#rows.size);
    }
    connection.isConfirmed = true;
    this.#rows.add(connection);
    const key = socketKey(connection.original);
    const siblings = this.#bySource.get(key) ?? new Set();
    this.#bySource.set(key, siblings.add(connection));
    this.#insert(connection, 'original');
    this.#insert(connection, 'reply');
    return true;
  }

  remove(connection: Connection): void {
    connection.isDead = true;
    if (!this.#rows.delete(connection)) return;
    const key = socketKey(connection.original);
    const siblings = this.#bySource.get(key);
    siblings?.delete(connection);
    if (siblings?.size === 0) this.#bySource.delete(key);
    this.#take(connection, 'original');
    this.#take(connection, 'reply');
  }

  /** `conntrack -L`, the oldest first. */
  list(): readonly Connection[] {
    this.#sweep();
    return [...this.#rows];
  }

  /** `conntrack -F`. */
  flush(): void {
    for (const connection of this.#rows) connection.isDead = true;
    this.#rows.clear();
    this.#buckets.clear();
    this.#bySource.clear();
  }

  /** All rows in which the address stands; Felix does so when a pod's address is gone. */
  deleteAddress(address: Ipv4): void {
    for (const connection of this.#rows) {
      const { original, reply } = connection;
      const ends = [original.source, original.destination, reply.source, reply.destination];
      if (ends.includes(address)) this.remove(connection);
    }
  }

  /** `gc_worker`: what has expired would never be looked for again. */
  #sweep(): void {
    const nowUs = this.#nowUs();
    for (const connection of this.#rows) {
      if (connection.expiresAtUs <= nowUs) this.remove(connection);
    }
  }

  #insert(connection: Connection, direction: Direction): void {
    const hash = hashTuple(connection.tuple(direction));
    const bucket = this.#buckets.get(hash);
    if (bucket === undefined) this.#buckets.set(hash, [{ connection, direction }]);
    else bucket.push({ connection, direction });
  }

  #take(connection: Connection, direction: Direction): void {
    const hash = hashTuple(connection.tuple(direction));
    const rest = (this.#buckets.get(hash) ?? []).filter((entry) => entry.connection !== connection);
    if (rest.length === 0) this.#buckets.delete(hash);
    else this.#buckets.set(hash, rest);
  }
}

/** Address and port in one number; the protocol is compared apart. */
function socketKey({ source, sourceKey }: Tuple): number {
  return source * 0x1_0000 + sourceKey;
}
