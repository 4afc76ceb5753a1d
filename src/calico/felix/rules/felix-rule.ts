/**
 * A rule as Felix thinks of it (felix/generictables/rules.go). Each match and each action knows both
 * its spelling, of which the rule's hash is made, and its meaning, which is what netfilter gets.
 */
import { sha224 } from '@noble/hashes/sha2';
import { inPrintedOrder, type Match } from '../../../netfilter/matches/index';
import type { Rule } from '../../../netfilter/rule';
import type { Target } from '../../../netfilter/targets/index';
import { base64url } from '../../base64url';
import { commentMatch } from './comment';

export interface FelixMatch {
  readonly text: string;
  readonly match: Match;
}

export interface FelixAction {
  readonly text: string;
  readonly target: Target;
  /** The chain that it leads to. */
  readonly chain: string | undefined;
}

export interface FelixRule {
  readonly comment?: string;
  /** In the order in which Felix writes them. */
  readonly matches: readonly FelixMatch[];
  /** `undefined`: the rule is there for its comment. */
  readonly action: FelixAction | undefined;
}

export interface FelixChain {
  readonly name: string;
  readonly rules: readonly FelixRule[];
}

/** A rule that holds for every packet. */
export function always(action: FelixAction, comment?: string): FelixRule {
  return comment === undefined ? { matches: [], action } : { comment, matches: [], action };
}

/**
 * A chain as netfilter holds it: in each rule the fields of the IP header first, then the hash as a
 * comment, then the rest as Felix has it. Hashes are made when someone reads one, for no packet ever
 * does; `make` is asked again then, so that nothing of Felix's is kept until that day.
 */
export function renderRules(chain: string, make: () => readonly FelixRule[]): readonly Rule[] {
  let ids: readonly string[] | undefined;
  return make().map((rule, index) => {
    const id: Match = {
      kind: 'comment',
      get text() {
        ids ??= ruleIds(chain, make());
        return `cali:${ids[index]}`;
      },
    };
    const comment = rule.comment === undefined ? [] : [commentMatch(rule.comment).match];
    const matches = rule.matches.map(({ match }) => match);
    return {
      matches: inPrintedOrder([id, ...comment, ...matches]),
      target: rule.action?.target,
    };
  });
}

/**
 * Sixteen characters for each rule, which depend on the chain's name, the rule and all rules before it:
 * h₀ = SHA-224(chain), hᵢ = SHA-224(hᵢ₋₁ ‖ text of rule i), base64url (`RuleHashes`).
 */
export function ruleIds(chain: string, rules: readonly FelixRule[]): readonly string[] {
  const encoder = new TextEncoder();
  let digest = sha224(encoder.encode(chain));
  return rules.map((rule) => {
    const text = [`-A ${chain} HASH`, ...fragmentWords(rule)].join(' ');
    digest = sha224.create().update(digest).update(encoder.encode(text)).digest();
    return base64url(digest, ID_LENGTH);
  });
}

const ID_LENGTH = 16;

/** The rule in Felix's spelling, without chain and hash. */
export function fragment(rule: FelixRule): string {
  return fragmentWords(rule).join(' ');
}

function fragmentWords({ comment, matches, action }: FelixRule): readonly string[] {
  const words = comment === undefined ? [] : [commentMatch(comment).text];
  for (const { text } of matches) words.push(text);
  if (action !== undefined) words.push(action.text);
  return words;
}
