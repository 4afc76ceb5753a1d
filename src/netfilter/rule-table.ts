/**
 * One of netfilter's tables: its chains, and the changes that `iptables` makes to them. Errors are
 * `CommandError`s with iptables' words, those of its back end for nf_tables (`nft_strerror` and
 * `mnl_append_error`, iptables/nft.c).
 */
import { invariant } from '../base/invariant';
import { Chain, LoadedRule, type Policy } from './chain';
import { mayStandIn } from './check-rule';
import {
  type CommandError,
  iptablesRefusal,
  kernelRefusal,
  parameterProblem,
} from './command-error';
import type { NetfilterTable } from './packet';
import { renderRule } from './render-rule';
import type { Rule } from './rule';
import { isTargetName } from './targets/index';

const BUILT_IN = {
  raw: ['PREROUTING', 'OUTPUT'],
  mangle: ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'],
  nat: ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING'],
  filter: ['INPUT', 'FORWARD', 'OUTPUT'],
} as const satisfies Record<NetfilterTable, readonly string[]>;

const CHAIN_NAME_MAX = 28;
const BUSY = 'Device or resource busy';
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
    checkChainName(name);
    if (this.#chains.has(name)) throw iptablesRefusal('Chain already exists.');
    this.#chains.set(name, new Chain(this.name, name, undefined));
  }

  /** Rules that lead to the chain go on doing so. */
  rename(name: string, newName: string): void {
    const chain = this.#chains.get(name);
    if (this.#chains.has(newName)) throw iptablesRefusal('File exists.');
    if (chain === undefined || chain.policy !== undefined) throw iptablesRefusal(NO_CHAIN);
    checkChainName(newName);
    const renamed = new Chain(this.name, newName, undefined);
    // A list of its own: rules quote themselves anew where their list is another.
    renamed.replace([...chain.rules]);
    this.#chains.delete(name);
    this.#chains.set(newName, renamed);
    for (const one of this.#chains.values()) {
      if (!one.ruleValues.some((rule) => jumpOf(rule) === name)) continue;
      this.#replace(
        one,
        one.rules.map((loaded) =>
          jumpOf(loaded.rule) === name ? loaded.leadingTo(newName) : loaded,
        ),
      );
    }
    this.#isLinked = false;
  }

  /** As `iptables-restore --noflush`: rules may name chains that the same change will make. */
  restore(name: string, rules: readonly Rule[]): void {
    if (!this.#chains.has(name)) this.create(name);
    this.chain(name).restore(rules);
    this.#isLinked = false;
  }

  /** The chain and whatever is in it. */
  delete(name: string): void {
    const { policy } = this.chain(name);
    // The kernel's own are left alone, without a word.
    if (policy !== undefined) return;
    if (this.referencesTo(name) > 0) throw kernelRefusal('CHAIN_DEL', BUSY, `chain ${name}`);
    this.#chains.delete(name);
    this.#isLinked = false;
  }

  /** As `iptables -X`. */
  deleteEmpty(name: string): void {
    const { policy, ruleValues } = this.chain(name);
    if (policy === undefined && ruleValues.length > 0) {
      throw kernelRefusal('CHAIN_DEL', BUSY, `chain ${name}`);
    }
    this.delete(name);
  }

  /** @returns what puts all chains back to what they are now */
  remember(): () => void {
    const chains = [...this.#chains.values()].map((chain) => ({
      chain,
      policy: chain.policy,
      packets: chain.packets,
      bytes: chain.bytes,
      rules: chain.rules,
    }));
    return () => {
      this.#chains.clear();
      for (const { chain, policy, packets, bytes, rules } of chains) {
        this.#chains.set(chain.name, chain);
        chain.policy = policy;
        chain.count(packets, bytes);
        chain.replace(rules);
      }
      this.#isLinked = false;
    };
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
    this.#checkTarget(rule);
    const chain = this.chain(name);
    if (at < 1 || at > chain.rules.length + 1) throw iptablesRefusal('Index of insertion too big.');
    this.#put(chain, at, 0, rule, 'RULE_INSERT');
  }

  append(name: string, rule: Rule): void {
    this.#checkTarget(rule);
    const chain = this.chain(name);
    this.#put(chain, chain.rules.length + 1, 0, rule, 'RULE_APPEND');
  }

  /** @param at from 1 */
  replaceRule(name: string, at: number, rule: Rule): void {
    this.#checkTarget(rule);
    const chain = this.chain(name);
    if (chain.rules[at - 1] === undefined) throw iptablesRefusal('Index of replacement too big.');
    this.#put(chain, at, 1, rule, 'RULE_REPLACE');
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

  #put(chain: Chain, at: number, instead: 0 | 1, rule: Rule, change: string): void {
    this.#checkJump(chain.name, rule, change);
    if (!mayStandIn(this.name, chain.name, rule))
      throw inRule(change, 'Invalid argument', chain.name);
    const rules = [...chain.rules];
    rules.splice(at - 1, instead, new LoadedRule(rule));
    this.#replace(chain, rules);
  }

  #replace(chain: Chain, rules: readonly LoadedRule[]): void {
    chain.replace(rules);
    this.#isLinked = false;
  }

  #checkTarget(rule: Rule): void {
    const to = jumpOf(rule);
    if (to === undefined || this.#chains.has(to)) return;
    throw parameterProblem(`Chain '${to}' does not exist`);
  }

  #checkJump(from: string, rule: Rule, change: string): void {
    const chain = this.#chains.get(jumpOf(rule) ?? '');
    if (chain === undefined) return;
    if (chain.policy !== undefined) throw inRule(change, 'Operation not supported', from);
    if (this.#reaches(chain, from)) throw inRule(change, 'Too many links', from);
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

function inRule(change: string, errno: string, chain: string): CommandError {
  return kernelRefusal(change, errno, `rule in chain ${chain}`);
}

/** `assert_valid_chain_name`, iptables/xshared.c. */
function checkChainName(name: string): void {
  const [first = ''] = name;
  if (first === '-' || first === '!') {
    throw parameterProblem(`chain name not allowed to start with \`${first}'`);
  }
  if (isTargetName(name)) throw parameterProblem('chain name may not clash with target name');
  if (name.length > CHAIN_NAME_MAX) {
    const limit = CHAIN_NAME_MAX + 1;
    throw parameterProblem(`chain name \`${name}' too long (must be under ${limit} chars)`);
  }
  if (/\s/.test(name)) throw parameterProblem(`Invalid chain name \`${name}'`);
}

function jumpOf({ target }: Rule): string | undefined {
  return target?.kind === 'jump' || target?.kind === 'goto' ? target.chain : undefined;
}

function indexOfRule(chain: Chain, wanted: Rule): number {
  const text = renderRule(wanted);
  return chain.rules.findIndex(({ rule }) => rule === wanted || renderRule(rule) === text);
}
