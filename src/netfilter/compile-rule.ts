/**
 * Rules made ready for packets. A compiled rule holds nothing of a host, so hosts with the same
 * `Rule` value share it.
 */
import type { Predicate } from './match';
import { inPrintedOrder, matchModule } from './matches/index';
import type { Rule } from './rule';
import type { Action } from './target';
import { targetModule } from './targets/index';

export interface CompiledRule {
  /** All must hold; comments, which always do, are left out. */
  readonly predicates: readonly Predicate[];
  readonly action: Action;
}

const CONTINUE: Action = { kind: 'continue' };

const compiledRules = new WeakMap<Rule, CompiledRule>();

export function compileRule(rule: Rule): CompiledRule {
  const known = compiledRules.get(rule);
  if (known !== undefined) return known;
  const { matches, target } = rule;
  const compiled: CompiledRule = {
    predicates: inPrintedOrder(matches)
      .filter(({ kind }) => kind !== 'comment')
      .map((match) => matchModule(match).compile(match)),
    action: target === undefined ? CONTINUE : targetModule(target).compile(target),
  };
  compiledRules.set(rule, compiled);
  return compiled;
}
