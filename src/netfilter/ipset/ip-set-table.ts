/**
 * All IP sets of a network namespace, by name (ipset(8)). Errors are `CommandError`s with ipset's
 * words.
 */
import { unreachable } from '../../base/invariant';
import { ipsetRefusal } from '../command-error';
import { HashIp } from './hash-ip';
import { HashIpPort } from './hash-ip-port';
import { HashNet } from './hash-net';
import { DEFAULT_IP_SET_SETTINGS, type IpSet, type IpSetSettings, type IpSetType } from './ip-set';

const NAME_MAX = 31;

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

  create(name: string, type: IpSetType, settings: IpSetSettings = DEFAULT_IP_SET_SETTINGS): void {
    this.#touched();
    if (name.length > NAME_MAX) {
      throw ipsetRefusal(`Syntax error: setname '${name}' is longer than ${NAME_MAX} characters`);
    }
    if (this.#sets.has(name)) {
      throw ipsetRefusal('Set cannot be created: set with the same name already exists');
    }
    this.#sets.set(name, newSet(type, settings));
  }

  /** Rules name the set, so they lose it; the kernel refuses where there are any. */
  rename(name: string, newName: string): void {
    this.#touched();
    this.get(name);
    if (this.#isInUse(name)) {
      throw ipsetRefusal('Set cannot be renamed: it is in use by another system');
    }
    if (this.#sets.has(newName)) {
      throw ipsetRefusal('Set cannot be renamed: a set with the new name already exists');
    }
    const sets = [...this.#sets];
    this.#sets.clear();
    for (const [one, set] of sets) this.#sets.set(one === name ? newName : one, set);
  }

  destroy(name: string): void {
    this.#touched();
    this.get(name);
    if (this.#isInUse(name)) {
      throw ipsetRefusal('Set cannot be destroyed: it is in use by a kernel component');
    }
    this.#sets.delete(name);
  }

  /** @param orIgnore `-exist`: what is there already is no error */
  add(name: string, text: string, orIgnore = false): void {
    this.#touched();
    const set = this.get(name);
    for (const member of set.expand(text)) {
      if (!set.add(member)) {
        if (orIgnore) continue;
        throw ipsetRefusal("Element cannot be added to the set: it's already added");
      }
      if (set.size <= set.settings.maxMembers) continue;
      set.delete(member);
      throw ipsetRefusal('Hash is full, cannot add more elements');
    }
  }

  delete(name: string, text: string, orIgnore = false): void {
    this.#touched();
    const set = this.get(name);
    for (const member of set.expand(text)) {
      if (set.delete(member) || orIgnore) continue;
      throw ipsetRefusal("Element cannot be deleted from the set: it's not added");
    }
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
    const second = this.#sets.get(other);
    if (second === undefined) {
      throw ipsetRefusal('Sets cannot be swapped: the second set does not exist');
    }
    if (first.type !== second.type) {
      throw ipsetRefusal('The sets cannot be swapped: their type does not match');
    }
    this.#sets.set(one, second);
    this.#sets.set(other, first);
  }
}

function newSet(type: IpSetType, settings: IpSetSettings): IpSet {
  switch (type) {
    case 'hash:net':
      return new HashNet(settings);
    case 'hash:ip':
      return new HashIp(settings);
    case 'hash:ip,port':
      return new HashIpPort(settings);
    default:
      return unreachable(type);
  }
}
