/**
 * A packet's way through the rules of one table (`ipt_do_table`, net/ipv4/netfilter/ip_tables.c).
 * One walk serves all packets of a host, one after the other: nothing is allocated but the list of
 * rules that fitted.
 */
import { invariant } from '../base/invariant';
import { packetLength } from '../wire/ipv4';
import type { Chain, LoadedRule } from './chain';
import type { Predicate } from './match';
import type { Hook, MatchedRule, NetfilterPacket } from './packet';
import type { TargetContext } from './target';
import { ACCEPT, type NetfilterVerdict } from './verdict';

/** Jumps within jumps; the kernel forbids loops when rules are loaded, so only mistakes go deeper. */
const CHAIN_DEPTH_MAX = 256;

export class ChainWalk {
  readonly #context: TargetContext;
  /** The chains that were left by a jump, and where each goes on. */
  readonly #callers: Chain[] = [];
  readonly #resumeAt: number[] = [];
  /** How many of these count; the arrays are never shortened, which is slow. */
  #depth = 0;
  #chain: Chain | undefined = undefined;
  /** The next rule of the chain, from 0. */
  #at = 0;
  #matched: MatchedRule[] = [];

  constructor(context: TargetContext) {
    this.#context = context;
  }

  /** @param entry one of the kernel's own chains, linked */
  run(entry: Chain, hook: Hook, packet: NetfilterPacket): NetfilterVerdict {
    this.#depth = 0;
    this.#chain = entry;
    this.#at = 0;
    this.#matched = [];
    return this.#walk(hook, packet) ?? this.#policy(entry, hook, packet);
  }

  /** @returns `undefined` where no rule decided */
  #walk(hook: Hook, packet: NetfilterPacket): NetfilterVerdict | undefined {
    const context = this.#context;
    const length = packetLength(packet.packet);
    while (this.#chain !== undefined) {
      const { rules } = this.#chain;
      const loaded = rules[this.#at];
      if (loaded === undefined) {
        this.#leave();
        continue;
      }
      this.#at += 1;
      if (!fits(loaded.predicates, packet, context)) continue;
      loaded.packets += 1;
      loaded.bytes += length;
      this.#matched.push(loaded.fittedAs(this.#chain, rules, this.#at));
      const verdict = this.#act(loaded, this.#chain, hook, packet);
      if (verdict !== undefined) return verdict;
    }
    return undefined;
  }

  #act(
    loaded: LoadedRule,
    chain: Chain,
    hook: Hook,
    packet: NetfilterPacket,
  ): NetfilterVerdict | undefined {
    const { action } = loaded;
    switch (action.kind) {
      case 'continue':
        return undefined;
      case 'jump':
        this.#callers[this.#depth] = chain;
        this.#resumeAt[this.#depth] = this.#at;
        this.#depth += 1;
        invariant(this.#depth <= CHAIN_DEPTH_MAX, 'chains do not call themselves');
        this.#enter(loaded);
        return undefined;
      case 'goto':
        this.#enter(loaded);
        return undefined;
      case 'return':
        this.#at = chain.rules.length;
        return undefined;
      case 'run': {
        const outcome = action.run(packet, hook, this.#context);
        return outcome === 'continue' ? undefined : this.#decide(outcome, chain, hook, packet);
      }
      case 'reject': {
        const because = this.#because(chain);
        packet.recordTable(chain.table, hook, this.#matched, 'REJECT');
        return { kind: 'reject', with: action.with, because };
      }
      default:
        return this.#decide(action.kind, chain, hook, packet);
    }
  }

  #enter({ destination }: LoadedRule): void {
    this.#chain = destination;
    this.#at = 0;
  }

  /** Back to the calling chain, if there is one. */
  #leave(): void {
    if (this.#depth === 0) {
      this.#chain = undefined;
      return;
    }
    this.#depth -= 1;
    this.#chain = this.#callers[this.#depth];
    this.#at = this.#resumeAt[this.#depth] ?? 0;
  }

  #decide(
    kind: 'accept' | 'drop',
    chain: Chain,
    hook: Hook,
    packet: NetfilterPacket,
  ): NetfilterVerdict {
    packet.recordTable(chain.table, hook, this.#matched, kind === 'accept' ? 'ACCEPT' : 'DROP');
    return kind === 'accept' ? ACCEPT : { kind: 'drop', because: this.#because(chain) };
  }

  #policy(entry: Chain, hook: Hook, packet: NetfilterPacket): NetfilterVerdict {
    const { table, name, policy = 'ACCEPT' } = entry;
    entry.packets += 1;
    entry.bytes += packetLength(packet.packet);
    if (policy === 'DROP' || this.#matched.length > 0) {
      packet.recordTable(table, hook, this.#matched, `policy ${policy}`);
    }
    if (policy === 'ACCEPT') return ACCEPT;
    return { kind: 'drop', because: `policy of ${table}/${name} is DROP` };
  }

  #because({ table, name }: Chain): string {
    const last = this.#matched[this.#matched.length - 1];
    return `${table}/${name} rule ${this.#at}: ${last?.text ?? ''}`;
  }
}

function fits(
  predicates: readonly Predicate[],
  packet: NetfilterPacket,
  context: TargetContext,
): boolean {
  for (let at = 0; at < predicates.length; at++) {
    const predicate = predicates[at];
    if (predicate !== undefined && !predicate(packet, context)) return false;
  }
  return true;
}
