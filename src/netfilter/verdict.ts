/** What netfilter says of a packet at one hook. */
import type { RejectWith } from './targets/reject';

export type NetfilterVerdict =
  | { readonly kind: 'accept' }
  /** `because` names the rule or policy in the words of `iptables-save`. */
  | { readonly kind: 'drop'; readonly because: string }
  | { readonly kind: 'reject'; readonly with: RejectWith; readonly because: string };

export const ACCEPT: NetfilterVerdict = { kind: 'accept' };
