/**
 * A rule at its place in its chain, as a trace quotes it: the values of those days, so that neither a
 * changed chain changes an old trace nor an old trace keeps a chain. Texts are made when somebody reads.
 */
import type { MatchedRule, NetfilterTable, NumberedRule } from './packet';
import { renderRule } from './render-rule';
import type { Rule } from './rule';

export class PlacedRule implements MatchedRule {
  readonly table: NetfilterTable;
  readonly chain: string;
  readonly number: number;
  readonly #rule: Rule;
  readonly #before: readonly Rule[];

  /** @param before the rules just before it, in the order of the chain */
  constructor(
    table: NetfilterTable,
    chain: string,
    number: number,
    rule: Rule,
    before: readonly Rule[],
  ) {
    this.table = table;
    this.chain = chain;
    this.number = number;
    this.#rule = rule;
    this.#before = before;
  }

  get text(): string {
    return renderRule(this.#rule);
  }

  get before(): readonly NumberedRule[] {
    const first = this.number - this.#before.length;
    return this.#before.map((rule, index) => ({ number: first + index, text: renderRule(rule) }));
  }
}
