/**
 * The chains of a table that a packet walked, from the rules that it fitted: of each chain those, and
 * the ones just before, which it did not fit.
 */
import type { TracedRule } from '../../trace/trace';
import type { WalkChain, WalkRule } from '../model/walk';

export function chainsOf(matched: readonly TracedRule[]): readonly WalkChain[] {
  const chains = new Map<string, Map<number, WalkRule>>();
  for (const { chain, number, text, before = [] } of matched) {
    let rules = chains.get(chain);
    if (rules === undefined) {
      rules = new Map();
      chains.set(chain, rules);
    }
    for (const rule of before) {
      if (!rules.has(rule.number)) {
        rules.set(rule.number, { number: rule.number, text: rule.text, isFitted: false });
      }
    }
    rules.set(number, { number, text, isFitted: true });
  }
  return [...chains].map(([name, byNumber]) => {
    const rules = [...byNumber.values()].sort((one, other) => one.number - other.number);
    return { name, rules, skipped: (rules[0]?.number ?? 1) - 1 };
  });
}
