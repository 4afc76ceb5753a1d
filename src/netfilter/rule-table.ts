/**
 * One of netfilter's tables: its chains, and the changes that `iptables` makes to them. Errors are
 * `CommandError`s with iptables' words (`iptc_strerror`, libiptc/libiptc.c).
 */
import { invariant } from '../base/invariant';
import { Chain, LoadedRule, type Policy } from './chain';
import { mayStandIn } from './check-rule';
import { iptablesRefusal, parameterProblem } from './command-error';
import type { NetfilterTable } from './packet';
import { renderRule } from './render-rule';
import type { Rule } from './rule';

const BUILT_IN = {
  raw: ['PREROUTING', 'OUTPUT'],
  mangle: ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'],
  nat: ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING'],
  filter: ['INPUT', 'FORWARD', 'OUTPUT'],
} as const satisfies Record<NetfilterTable, readonly string[]>;

const CHAIN_NAME_MAX = 28;
const INVALID = "Invalid argument. Run `dmesg' for more information.";
const NO_CHAIN = 'No chain/target/match by that name.';

export class RuleTable {
  readonly name: NetfilterTable;
  readonly #chains = new Map<string, Chain>();
  /** The kernel's own, which never go; packets enter here. */
  readonly #entries: Partial<Record<string, Chain>> = {};
  /** Whether somebody has touched it: a table that nobody did is not even loaded. */
  isLoaded = false;
  #isLinked = false;

  constructor(name: NetfilterTable) {
    this.name = name;
    for (const chainName of BUILT_IN[name]) {
      const chain = new Chain(name, chainName, 'ACCEPT');
      this.#chains.set(chainName, chain);
      this.#entries[chainName] = chain;
    }
  }

  /** The kernel's own chains first, then the users' by name. */
  get chains(): readonly Chain[] {
    const all = [...this.#chains.values()];
    const users = all.filter(({ policy }) => policy === undefined);
    users.sort((one, other) => (one.name < other.name ? -1 : 1));
    return [...all.filter(({ policy }) => policy !== undefined), ...users];
  }

  /** Whether packets pass as if the table were not there. */
  get isIdle(): boolean {
    for (const { policy, ruleValues } of this.#chains.values()) {
      if (ruleValues.length > 0 || policy === 'DROP') return false;
    }
    return true;
  }

  *rules(): IterableIterator<Rule> {
    for (const chain of this.#chains.values()) yield* chain.ruleValues;
  }

  chain(name: string): Chain {
    const chain = this.#chains.get(name);
    if (chain === undefined) throw iptablesRefusal(NO_CHAIN);
    return chain;
  }

  /** One of the kernel's own chains, with all jumps of the table resolved. */
  entry(name: string): Chain {
    if (!this.#isLinked) this.#link();
    return this.#entries[name] ?? this.chain(name);
  }

  /** How many rules lead to the chain. */
  referencesTo(name: string): number {
    let count = 0;
    for (const rule of this.rules()) if (jumpOf(rule) === name) count++;
    return count;
  }

  create(name: string): void {
    if (this.#chains.has(name)) throw iptablesRefusal('Chain already exists.');
    if (name.startsWith('-')) throw parameterProblem("chain name not allowed to start with `-'");
    if (name.length > CHAIN_NAME_MAX) {
      const limit = CHAIN_NAME_MAX + 1;
      throw parameterProblem(`chain name \`${name}' too long (must be under ${limit} chars)`);
    }
    this.#chains.set(name, new Chain(this.name, name, undefined));
  }

  /** As `iptables-restore --noflush`: rules may name chains that the same change will make. */
  restore(name: string, rules: readonly Rule[]): void {
    if (!this.#chains.has(name)) this.create(name);
    this.chain(name).restore(rules);
    this.#isLinked = false;
  }

  /** The chain and whatever is in it. */
  delete(name: string): void {
    const chain = this.chain(name);
    if (chain.policy !== undefined) throw iptablesRefusal(INVALID);
    if (this.referencesTo(name) > 0) throw iptablesRefusal('Too many links.');
    this.#chains.delete(name);
    this.#isLinked = false;
  }

  /** As `iptables -X`. */
  deleteEmpty(name: string): void {
    const chain = this.chain(name);
    if (chain.policy === undefined && chain.rules.length > 0) {
      const isReferenced = this.referencesTo(name) > 0;
      throw iptablesRefusal(isReferenced ? 'Too many links.' : 'Directory not empty.');
    }
    this.delete(name);
  }

  setPolicy(name: string, policy: Policy): void {
    const chain = this.#chains.get(name);
    if (chain?.policy === undefined) throw iptablesRefusal('Bad built-in chain name.');
    chain.policy = policy;
    // As `iptables -P`: the counters begin anew.
    chain.packets = 0;
    chain.bytes = 0;
  }

  /** @param at from 1 */
  insert(name: string, at: number, rule: Rule): void {
    const chain = this.chain(name);
    if (at < 1 || at > chain.rules.length + 1) throw iptablesRefusal('Index of insertion too big.');
    if (!mayStandIn(this.name, rule)) throw iptablesRefusal(INVALID);
    this.#checkJump(name, rule);
    const rules = [...chain.rules];
    rules.splice(at - 1, 0, new LoadedRule(rule));
    this.#replace(chain, rules);
  }

  append(name: string, rule: Rule): void {
    this.insert(name, this.chain(name).rules.length + 1, rule);
  }

  /** The rule of that number, from 1, or the first that reads the same. */
  deleteRule(name: string, which: Rule | number): void {
    const chain = this.chain(name);
    const at = typeof which === 'number' ? which - 1 : indexOfRule(chain, which);
    if (at < 0 || at >= chain.rules.length) {
      throw iptablesRefusal(
        typeof which === 'number'
          ? 'Index of deletion too big.'
          : 'Bad rule (does a matching rule exist in that chain?).',
      );
    }
    this.#replace(
      chain,
      chain.rules.filter((_, index) => index !== at),
    );
  }

  flush(name: string): void {
    this.#replace(this.chain(name), []);
  }

  /** `iptables -Z`. */
  zero(name: string): void {
    const chain = this.chain(name);
    for (const counted of [chain, ...chain.rules]) {
      counted.packets = 0;
      counted.bytes = 0;
    }
  }

  #replace(chain: Chain, rules: readonly LoadedRule[]): void {
    chain.replace(rules);
    this.#isLinked = false;
  }

  #checkJump(from: string, rule: Rule): void {
    const to = jumpOf(rule);
    if (to === undefined) return;
    const chain = this.#chains.get(to);
    if (chain === undefined) {
      throw parameterProblem(`Couldn't load target \`${to}':No such file or directory\n`);
    }
    if (chain.policy !== undefined) throw iptablesRefusal(INVALID);
    if (this.#reaches(chain, from)) throw iptablesRefusal('Too many levels of symbolic links.');
  }

  #reaches(chain: Chain, name: string): boolean {
    if (chain.name === name) return true;
    return chain.ruleValues.some((rule) => {
      const next = this.#chains.get(jumpOf(rule) ?? '');
      return next !== undefined && this.#reaches(next, name);
    });
  }

  #link(): void {
    for (const { name, rules } of this.#chains.values()) {
      for (const loaded of rules) {
        const to = jumpOf(loaded.rule);
        loaded.destination = to === undefined ? undefined : this.#chains.get(to);
        invariant(
          to === undefined || loaded.destination !== undefined,
          `${this.name}/${name} leads to ${to}, which does not exist`,
        );
      }
    }
    this.#isLinked = true;
  }
}

function jumpOf({ target }: Rule): string | undefined {
  return target?.kind === 'jump' || target?.kind === 'goto' ? target.chain : undefined;
}

function indexOfRule(chain: Chain, wanted: Rule): number {
  const text = renderRule(wanted);
  return chain.rules.findIndex(({ rule }) => rule === wanted || renderRule(rule) === text);
}
