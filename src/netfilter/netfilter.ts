/**
 * Netfilter of one network namespace: the tables of iptables, the IP sets, the connection tracker and
 * NAT, in the order of their priorities (include/uapi/linux/netfilter_ipv4.h):
 *
 *     prerouting   raw, tracking, mangle, nat (destination)
 *     input        mangle, filter, nat (source), confirmation
 *     forward      mangle, filter
 *     output       raw, tracking, mangle, nat (destination), filter
 *     postrouting  mangle, nat (source), confirmation
 */
import type { Chain, Policy } from './chain';
import { ChainWalk } from './chain-walk';
import { parameterProblem } from './command-error';
import type { ConnectionTable } from './conntrack/connection-table';
import { Tracker } from './conntrack/tracker';
import { IpSetTable } from './ipset/ip-set-table';
import { bind, bindAsIs, isBound } from './nat/bind';
import { hasMovedInterface, MANIPULATION, type NatHook, translate } from './nat/translate';
import type { Translation, TranslationVerdict } from './nat/translation';
import type { Hook, NetfilterHost, NetfilterPacket, NetfilterTable } from './packet';
import type { Rule } from './rule';
import { RuleTable } from './rule-table';
import type { TargetContext } from './target';
import { ACCEPT, type NetfilterVerdict } from './verdict';

const CHAIN_OF_HOOK = {
  prerouting: 'PREROUTING',
  input: 'INPUT',
  forward: 'FORWARD',
  output: 'OUTPUT',
  postrouting: 'POSTROUTING',
} as const satisfies Record<Hook, string>;

const CLASH: NetfilterVerdict = {
  kind: 'drop',
  because: 'conntrack: another connection has the same addresses and ports',
};
const MOVED: NetfilterVerdict = {
  kind: 'drop',
  because: 'nat: the masqueraded connection would leave by another interface',
};
const REDIRECTED: NetfilterVerdict = {
  kind: 'drop',
  because: 'nat: an ICMP redirect for a translated connection',
};

export class Netfilter implements TargetContext {
  readonly host: NetfilterHost;
  readonly ipsets: IpSetTable;
  readonly #tables: Readonly<Record<NetfilterTable, RuleTable>> = {
    raw: new RuleTable('raw'),
    mangle: new RuleTable('mangle'),
    nat: new RuleTable('nat'),
    filter: new RuleTable('filter'),
  };
  readonly #loaded = new Set<NetfilterTable>();
  readonly #tracker: Tracker;
  readonly #walk: ChainWalk;
  readonly #memories = new WeakMap<object, unknown>();
  /** Whether the two below are up to date. */
  #isSettled = true;
  #tracksConnections = false;
  #isIdle = true;

  constructor(host: NetfilterHost) {
    this.host = host;
    this.#tracker = new Tracker(host);
    this.#walk = new ChainWalk(this);
    this.ipsets = new IpSetTable(
      (name) => this.setReferences(name) > 0,
      () => this.host.rulesTouched?.('ipset'),
    );
  }

  get connections(): ConnectionTable {
    return this.#tracker.connections;
  }

  /**
   * Whether the tracker looks at packets (and fragments are put together before): as long as some rule
   * needs it, reachable or not (`nf_ct_netns_get` when a rule is checked, `nf_ct_netns_put` when it
   * goes). An empty nat table needs nothing.
   */
  get tracksConnections(): boolean {
    if (!this.#isSettled) this.#settle();
    return this.#tracksConnections;
  }

  /** Whether all packets pass unseen; then `run` need not be called. */
  get isIdle(): boolean {
    if (!this.#isSettled) this.#settle();
    return this.#isIdle;
  }

  /** The tables that somebody has touched, in that order: `/proc/net/ip_tables_names`. */
  get loadedTables(): readonly NetfilterTable[] {
    return [...this.#loaded];
  }

  /** What any `iptables -t TABLE` does first, even if it only lists: the table's module is loaded. */
  load(table: NetfilterTable): void {
    this.#open(table);
    this.#isSettled = false;
  }

  /** The kernel's own chains first, then the users' by name. */
  chains(table: NetfilterTable): readonly Chain[] {
    return this.#tables[table].chains;
  }

  /** @throws CommandError where there is none */
  chain(table: NetfilterTable, name: string): Chain {
    return this.#tables[table].chain(name);
  }

  /** How many rules lead to the chain. */
  references(table: NetfilterTable, chain: string): number {
    return this.#tables[table].referencesTo(chain);
  }

  /** How many rules ask for the IP set. */
  setReferences(name: string): number {
    let count = 0;
    for (const table of Object.values(this.#tables)) {
      for (const { matches } of table.rules()) {
        count += matches.filter((match) => match.kind === 'set' && match.name === name).length;
      }
    }
    return count;
  }

  /** Makes the chain or empties it, then fills it; the kernel's own chains too. */
  restoreChain(table: NetfilterTable, chain: string, rules: readonly Rule[]): void {
    this.#change(table).restore(chain, rules);
    this.#isSettled = false;
  }

  /** @returns what puts the table back to what it is now */
  remember(table: NetfilterTable): () => void {
    const putBack = this.#tables[table].remember();
    return () => {
      putBack();
      this.#isSettled = false;
    };
  }

  newChain(table: NetfilterTable, chain: string): void {
    this.#change(table).create(chain);
    this.#isSettled = false;
  }

  /** Deletes the chain with its rules; no other rule may lead to it. */
  deleteChain(table: NetfilterTable, chain: string): void {
    this.#change(table).delete(chain);
    this.#isSettled = false;
  }

  /** As `iptables -X CHAIN`, which refuses chains with rules in them. */
  deleteEmptyChain(table: NetfilterTable, chain: string): void {
    this.#change(table).deleteEmpty(chain);
    this.#isSettled = false;
  }

  setPolicy(table: NetfilterTable, chain: string, policy: Policy): void {
    this.#change(table).setPolicy(chain, policy);
    this.#isSettled = false;
  }

  /** @param at from 1 */
  insertRule(table: NetfilterTable, chain: string, at: number, rule: Rule): void {
    this.#checkSets(rule);
    this.#change(table).insert(chain, at, rule);
    this.#isSettled = false;
  }

  /** @param at from 1 */
  replaceRule(table: NetfilterTable, chain: string, at: number, rule: Rule): void {
    this.#checkSets(rule);
    this.#change(table).replaceRule(chain, at, rule);
    this.#isSettled = false;
  }

  renameChain(table: NetfilterTable, chain: string, newName: string): void {
    this.#change(table).rename(chain, newName);
    this.#isSettled = false;
  }

  appendRule(table: NetfilterTable, chain: string, rule: Rule): void {
    this.#checkSets(rule);
    this.#change(table).append(chain, rule);
    this.#isSettled = false;
  }

  /** The rule of that number, from 1, or the first that reads the same. */
  deleteRule(table: NetfilterTable, chain: string, which: Rule | number): void {
    this.#change(table).deleteRule(chain, which);
    this.#isSettled = false;
  }

  flushChain(table: NetfilterTable, chain: string): void {
    this.#change(table).flush(chain);
    this.#isSettled = false;
  }

  /** Sets the chain's counters and those of its rules to zero. */
  zeroChain(table: NetfilterTable, chain: string): void {
    this.#change(table).zero(chain);
  }

  /** What becomes of the packet at this hook; it may have another destination afterwards. */
  run(hook: Hook, packet: NetfilterPacket): NetfilterVerdict {
    switch (hook) {
      case 'prerouting':
      case 'output':
        return this.#runFirst(hook, packet);
      case 'input':
      case 'postrouting':
        return this.#runLast(hook, packet);
      case 'forward':
        return this.#ask('mangle', hook, packet) ?? this.#ask('filter', hook, packet) ?? ACCEPT;
    }
  }

  translate(packet: NetfilterPacket, hook: Hook, translation: Translation): TranslationVerdict {
    const { connection } = packet;
    if (connection === undefined || hook === 'forward') return 'accept';
    bind(this.#natState(), connection, MANIPULATION[hook], translation);
    return 'accept';
  }

  memoryOf<Memory>(match: object, make: () => Memory): Memory {
    const known = this.#memories.get(match) as Memory | undefined;
    if (known !== undefined) return known;
    const memory = make();
    this.#memories.set(match, memory);
    return memory;
  }

  /** Where a packet enters netfilter. */
  #runFirst(hook: 'prerouting' | 'output', packet: NetfilterPacket): NetfilterVerdict {
    const raw = this.#ask('raw', hook, packet);
    if (raw !== undefined) return raw;
    if (this.tracksConnections) this.#tracker.track(packet);
    const verdict = this.#ask('mangle', hook, packet) ?? this.#nat(hook, packet);
    if (verdict !== undefined) return verdict;
    return (hook === 'output' ? this.#ask('filter', hook, packet) : undefined) ?? ACCEPT;
  }

  /** Where a packet leaves it. */
  #runLast(hook: 'input' | 'postrouting', packet: NetfilterPacket): NetfilterVerdict {
    const mangle = this.#ask('mangle', hook, packet);
    if (mangle !== undefined) return mangle;
    const filter = hook === 'input' ? this.#ask('filter', hook, packet) : undefined;
    const verdict = filter ?? this.#nat(hook, packet);
    if (verdict !== undefined) return verdict;
    return this.#tracker.confirm(packet) ? ACCEPT : CLASH;
  }

  /** @returns `undefined` where the packet goes on */
  #ask(table: NetfilterTable, hook: Hook, packet: NetfilterPacket): NetfilterVerdict | undefined {
    const rules = this.#tables[table];
    if (!rules.isLoaded) return undefined;
    const entry = rules.entry(CHAIN_OF_HOOK[hook]);
    const verdict = this.#walk.run(entry, hook, packet);
    return verdict === ACCEPT ? undefined : verdict;
  }

  /** The rules are asked for a connection's first packet only (`nf_nat_inet_fn`). */
  #nat(hook: NatHook, packet: NetfilterPacket): NetfilterVerdict | undefined {
    const { connection, ctState } = packet;
    if (connection === undefined || !this.#tables.nat.isLoaded) return undefined;
    const manipulation = MANIPULATION[hook];
    const isFirst = ctState === 'new' && !isBound(connection, manipulation);
    if (isFirst) {
      const verdict = this.#ask('nat', hook, packet);
      if (verdict !== undefined) return verdict;
      bindAsIs(this.#natState(), connection, manipulation);
    } else if (hasMovedInterface(packet, hook, connection)) {
      this.connections.remove(connection);
      return MOVED;
    }
    return translate(packet, hook, connection) ? undefined : REDIRECTED;
  }

  #checkSets({ matches }: Rule): void {
    for (const match of matches) {
      if (match.kind !== 'set' || this.ipsets.find(match.name) !== undefined) continue;
      throw parameterProblem(`Set ${match.name} doesn't exist.\n`);
    }
  }

  #natState(): { readonly connections: ConnectionTable; readonly random: NetfilterHost['random'] } {
    return { connections: this.connections, random: this.host.random };
  }

  #change(table: NetfilterTable): RuleTable {
    this.host.rulesTouched?.(table);
    return this.#open(table);
  }

  #open(table: NetfilterTable): RuleTable {
    this.#loaded.add(table);
    this.#tables[table].isLoaded = true;
    return this.#tables[table];
  }

  #settle(): void {
    const tables = Object.values(this.#tables);
    this.#tracksConnections = tables.some((table) => [...table.rules()].some(needsTracker));
    this.#isIdle = !this.#tracksConnections && tables.every((table) => table.isIdle);
    this.#isSettled = true;
  }
}

/** Matches and targets that hold the tracker; NOTRACK does not (`xt_ct_tg_check`). */
const TRACKER_USERS: ReadonlySet<string> = new Set([
  'conntrack',
  'state',
  'snat',
  'dnat',
  'masquerade',
  'redirect',
]);

function needsTracker({ matches, target }: Rule): boolean {
  if (target !== undefined && TRACKER_USERS.has(target.kind)) return true;
  return matches.some(({ kind }) => TRACKER_USERS.has(kind));
}
