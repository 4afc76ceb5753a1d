/**
 * Looks at one feature with all rules.
 */
import { comparePlaces } from '../spec/place';
import type { Finding, LintedFeature, Rule } from './rule';
import { RULES } from './rules/index';

/** What the rules find, in the order of the text, each thing once. */
export function lintFeature(
  feature: LintedFeature,
  rules: readonly Rule[] = RULES,
): readonly Finding[] {
  const known = new Set<string>();
  return rules
    .flatMap((rule) => rule.find(feature).map((remark): Finding => ({ ...remark, rule })))
    .filter(({ rule, place: { line, column }, message }) => {
      // Rows of an outline, and scenarios after one Background, say the same of one place.
      const key = `${rule.id} ${line}:${column} ${message}`;
      return !known.has(key) && known.add(key);
    })
    .sort((one, other) => comparePlaces(one.place, other.place));
}
