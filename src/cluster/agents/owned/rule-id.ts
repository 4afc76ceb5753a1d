/**
 * How Felix knows its own rules again (felix/iptables/table.go, `readHashesAndRulesFrom`): by the hash
 * that it wrote into each as a comment. It never reads what a rule says; one whose comment was kept and
 * whose words were changed is taken for what it was.
 */
import type { Rule } from '../../../netfilter/rule';

/** What begins like this is Felix's (`rules.AllHistoricChainNamePrefixes`). */
const FELIX_CHAIN = /^(?:cali-|cali(?:fw|tw|fh|th|pi|po)-|felix-)/;
const ID = /^cali:([\w-]+)/;

/** A rule of Felix's from before it wrote hashes: known by where it leads. */
const OLD = 'old';

export function isFelixChain(name: string): boolean {
  return FELIX_CHAIN.test(name);
}

/** The hash of the rule; the empty text where the rule is not Felix's. */
export function idOf({ matches, target }: Rule): string {
  for (const match of matches) {
    const id = match.kind === 'comment' ? ID.exec(match.text)?.[1] : undefined;
    if (id !== undefined) return id;
  }
  const leadsToFelix = target?.kind === 'jump' && isFelixChain(target.chain);
  return leadsToFelix ? OLD : '';
}

export function haveSameIds(one: readonly Rule[], other: readonly Rule[]): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  return one.every((rule, at) => {
    const same = other[at];
    return same !== undefined && (rule === same || idOf(rule) === idOf(same));
  });
}
