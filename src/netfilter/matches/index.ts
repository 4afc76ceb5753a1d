/** Every match that the engine knows. A new one is a file beside this and two lines here. */
import type { MatchModule } from '../match';
import { type DestinationMatch, destination, type SourceMatch, source } from './address';
import { type AddrtypeMatch, addrtype } from './addrtype';
import { type CommentMatch, comment } from './comment';
import { type ConntrackMatch, conntrack, type StateMatch, state } from './conntrack';
import { type IcmpMatch, icmp } from './icmp';
import {
  type InInterfaceMatch,
  inInterface,
  type OutInterfaceMatch,
  outInterface,
} from './interface';
import { type LimitMatch, limit } from './limit';
import { type MacMatch, mac } from './mac';
import { type MarkMatch, mark } from './mark';
import { type MultiportMatch, multiport } from './multiport';
import { type ProtocolMatch, protocol } from './protocol';
import { type RpfilterMatch, rpfilter } from './rpfilter';
import { type SetMatch, set } from './set';
import { type StatisticMatch, statistic } from './statistic';
import { type TcpMatch, tcp } from './tcp';
import { type UdpMatch, udp } from './udp';

export type Match =
  | SourceMatch
  | DestinationMatch
  | InInterfaceMatch
  | OutInterfaceMatch
  | ProtocolMatch
  | AddrtypeMatch
  | CommentMatch
  | ConntrackMatch
  | IcmpMatch
  | LimitMatch
  | MacMatch
  | MarkMatch
  | MultiportMatch
  | RpfilterMatch
  | SetMatch
  | StateMatch
  | StatisticMatch
  | TcpMatch
  | UdpMatch;

/**
 * Indexed by `kind`; `satisfies` makes a match without a module a compile error. The fields of the
 * IP header come first, in the order in which `iptables-save` prints them.
 */
export const matches = {
  source,
  destination,
  'in-interface': inInterface,
  'out-interface': outInterface,
  protocol,
  addrtype,
  comment,
  conntrack,
  icmp,
  limit,
  mac,
  mark,
  multiport,
  rpfilter,
  set,
  state,
  statistic,
  tcp,
  udp,
} satisfies { readonly [K in Match['kind']]: MatchModule<Extract<Match, { kind: K }>> };

const MODULES: readonly MatchModule<Match>[] = Object.values(matches);
const KINDS = Object.keys(matches);

export function matchModule(match: Match): MatchModule<Match> {
  return matches[match.kind];
}

/** The match of that name, as after `-m`. */
export function matchNamed(name: string): MatchModule<Match> | undefined {
  return name === '' ? undefined : MODULES.find((module) => module.name === name);
}

/** Whether some match has this option. */
export function isMatchOption(option: string): boolean {
  return MODULES.some(({ options }) => option in options);
}

/** The field of the IP header that this option asks about. */
export function headerMatch(option: string): MatchModule<Match> | undefined {
  return MODULES.find((module) => module.name === '' && option in module.options);
}

/** The order in which rules are printed and asked: header fields first, the others as they come. */
export function inPrintedOrder(unordered: readonly Match[]): readonly Match[] {
  const rank = (match: Match) =>
    matchModule(match).name === '' ? KINDS.indexOf(match.kind) : KINDS.length;
  return [...unordered].sort((one, other) => rank(one) - rank(other));
}
