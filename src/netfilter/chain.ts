/** One chain of a table: its rules with their counters, and its policy if it is the kernel's own. */
import { type CompiledRule, compileRule } from './compile-rule';
import type { Predicate } from './match';
import type { MatchedRule, NetfilterTable } from './packet';
import { PlacedRule } from './placed-rule';
import type { Rule } from './rule';
import type { Action } from './target';

/** How many of the rules before it a rule is quoted with. */
const BEFORE_COUNT = 3;

export type Policy = 'ACCEPT' | 'DROP';

export class LoadedRule {
  readonly rule: Rule;
  readonly predicates: readonly Predicate[];
  readonly action: Action;
  /** Where a jump leads; set when the table is linked. */
  destination: Chain | undefined = undefined;
  packets = 0;
  bytes = 0;
  #fitted: PlacedRule | undefined = undefined;
  /** The chain's rules when `#fitted` was made. */
  #fittedAmong: readonly LoadedRule[] | undefined = undefined;

  constructor(rule: Rule) {
    const compiled: CompiledRule = compileRule(rule);
    this.rule = rule;
    this.predicates = compiled.predicates;
    this.action = compiled.action;
  }

  /** `-c`: it goes on from these. */
  count(packets: number, bytes: number): void {
    this.packets = packets;
    this.bytes = bytes;
  }

  /** The same rule with its counters, leading to another chain than before. */
  leadingTo(chain: string): LoadedRule {
    const { matches, target } = this.rule;
    const kind = target?.kind === 'goto' ? 'goto' : 'jump';
    const copy = new LoadedRule({ matches, target: { kind, chain } });
    copy.count(this.packets, this.bytes);
    return copy;
  }

  /**
   * The rule as a trace quotes it. What was quoted before keeps the place that it had then.
   * @param rules the chain's
   */
  fittedAs(chain: Chain, rules: readonly LoadedRule[], number: number): MatchedRule {
    if (this.#fitted !== undefined && this.#fittedAmong === rules) return this.#fitted;
    const before = rules.slice(Math.max(0, number - 1 - BEFORE_COUNT), number - 1);
    this.#fitted = new PlacedRule(
      chain.table,
      chain.name,
      number,
      this.rule,
      before.map(({ rule }) => rule),
    );
    this.#fittedAmong = rules;
    return this.#fitted;
  }
}

export class Chain {
  readonly table: NetfilterTable;
  readonly name: string;
  /** `undefined` for user chains, which return to their caller at the end. */
  policy: Policy | undefined;
  /** Packets that the policy decided on. */
  packets = 0;
  bytes = 0;
  #rules: readonly LoadedRule[] = [];
  /** Restored, and not looked at since: most chains of most hosts never meet a packet. */
  #restored: readonly Rule[] | undefined = undefined;

  constructor(table: NetfilterTable, name: string, policy: Policy | undefined) {
    this.table = table;
    this.name = name;
    this.policy = policy;
  }

  /** `-c`: the policy's counters go on from these. */
  count(packets: number, bytes: number): void {
    this.packets = packets;
    this.bytes = bytes;
  }

  get rules(): readonly LoadedRule[] {
    if (this.#restored !== undefined)
      this.replace(this.#restored.map((rule) => new LoadedRule(rule)));
    return this.#rules;
  }

  /** What the rules say, without their counters. */
  get ruleValues(): readonly Rule[] {
    return this.#restored ?? this.#rules.map(({ rule }) => rule);
  }

  replace(rules: readonly LoadedRule[]): void {
    this.#rules = rules;
    this.#restored = undefined;
  }

  /** All new rules, whose counters are zero. */
  restore(rules: readonly Rule[]): void {
    this.#restored = rules;
  }
}
