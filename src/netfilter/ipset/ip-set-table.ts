/**
 * All IP sets of a network namespace, by name (ipset(8)). Errors are `CommandError`s with ipset's
 * words.
 */
import { unreachable } from '../../base/invariant';
import { ipsetRefusal } from '../command-error';
import { HashIp } from './hash-ip';
import { HashIpPort } from './hash-ip-port';
import { HashNet } from './hash-net';
import type { IpSet, IpSetType } from './ip-set';

export class IpSetTable {
  readonly #sets = new Map<string, IpSet>();
  readonly #isInUse: (name: string) => boolean;
  readonly #touched: () => void;

  /**
   * @param isInUse whether some rule asks for the set of that name
   * @param touched called before each change
   */
  constructor(isInUse: (name: string) => boolean, touched: () => void = () => {}) {
    this.#isInUse = isInUse;
    this.#touched = touched;
  }

  find(name: string): IpSet | undefined {
    return this.#sets.get(name);
  }

  /** In the order in which they were made. */
  entries(): IterableIterator<[name: string, set: IpSet]> {
    return this.#sets.entries();
  }

  get(name: string): IpSet {
    const set = this.#sets.get(name);
    if (set === undefined) throw ipsetRefusal('The set with the given name does not exist');
    return set;
  }

  create(name: string, type: IpSetType): void {
    this.#touched();
    if (this.#sets.has(name)) {
      throw ipsetRefusal('Set cannot be created: set with the same name already exists');
    }
    this.#sets.set(name, newSet(type));
  }

  destroy(name: string): void {
    this.#touched();
    this.get(name);
    if (this.#isInUse(name)) {
      throw ipsetRefusal('Set cannot be destroyed: it is in use by a kernel component');
    }
    this.#sets.delete(name);
  }

  add(name: string, member: string): void {
    this.#touched();
    if (this.get(name).add(member)) return;
    throw ipsetRefusal("Element cannot be added to the set: it's already added");
  }

  delete(name: string, member: string): void {
    this.#touched();
    if (this.get(name).delete(member)) return;
    throw ipsetRefusal("Element cannot be deleted from the set: it's not added");
  }

  flush(name: string): void {
    this.#touched();
    this.get(name).flush();
  }

  /** `ipset restore` of a whole set: these are its members now, and no others. */
  restore(name: string, members: readonly string[]): void {
    this.#touched();
    const set = this.get(name);
    set.flush();
    for (const member of members) set.add(member);
  }

  /** The two change places; rules that name one meet the other's members from now on. */
  swap(one: string, other: string): void {
    this.#touched();
    const first = this.get(one);
    const second = this.get(other);
    if (first.type !== second.type) {
      throw ipsetRefusal('The sets cannot be swapped: their type does not match');
    }
    this.#sets.set(one, second);
    this.#sets.set(other, first);
  }
}

function newSet(type: IpSetType): IpSet {
  switch (type) {
    case 'hash:net':
      return new HashNet();
    case 'hash:ip':
      return new HashIp();
    case 'hash:ip,port':
      return new HashIpPort();
    default:
      return unreachable(type);
  }
}
