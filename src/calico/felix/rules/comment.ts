/** `-m comment --comment "…"` in Felix's spelling (felix/generictables/match_builder.go, `escapeComment`). */
import type { Match } from '../../../netfilter/matches/index';

const COMMENT_MAX = 256;
const UNSAFE = /[^\w @%+=:,./-]/g;

export function commentMatch(comment: string): { readonly text: string; readonly match: Match } {
  const text = comment.replace(UNSAFE, '_').slice(0, COMMENT_MAX);
  return { text: `-m comment --comment "${text}"`, match: { kind: 'comment', text } };
}
