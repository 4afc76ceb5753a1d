/**
 * Which routes `ip route show` lists: `dev`, `proto`, `type`, `scope`, `table`, a prefix … and what
 * then goes without saying (`iproute_list_flush_or_save`, `filter_nlmsg`, iproute2 6.1).
 */
import { cidrContains, type InterfaceAddress } from '../../../addr/cidr';
import type { Ipv4 } from '../../../addr/ipv4';
import type { Route, RouteProto, RouteType, Scope } from '../../../host/route';
import type { Netns } from '../../../kernel/netns';
import { notModelled } from '../../command';
import {
  addressOf,
  deviceNamed,
  type IpWords,
  isShortFor,
  prefixOf,
  wrongArgument,
} from '../ip-words';
import type { RouteManner } from './route-fields';
import { protoNamed, scopeNamed, tableNamed, typeNamed } from './route-words';

/** Selectors of what no route here has. */
const NOT_MODELLED: ReadonlySet<string> = new Set([
  'from',
  'mark',
  'metric',
  'nexthop_id',
  'nhid',
  'realms',
  'tos',
  'vrf',
]);

export interface RouteFilter {
  /** The cache is always empty: there is none since Linux 3.6. */
  table: 'main' | 'local' | 'all' | 'other' | 'cache';
  device: string | undefined;
  proto: RouteProto | undefined;
  type: RouteType | undefined;
  scope: Scope | undefined;
  via: Ipv4 | undefined;
  source: Ipv4 | undefined;
  /** Only routes within this prefix. */
  root: InterfaceAddress | undefined;
  /** Only routes around this prefix. */
  match: InterfaceAddress | undefined;
}

export function parseRouteFilter(words: IpWords, netns: Netns): RouteFilter {
  const filter: RouteFilter = {
    table: 'main',
    device: undefined,
    proto: undefined,
    type: undefined,
    scope: undefined,
    via: undefined,
    source: undefined,
    root: undefined,
    match: undefined,
  };
  while (!words.isAtEnd) takeWord(words, filter, netns);
  return filter;
}

function takeWord(words: IpWords, filter: RouteFilter, netns: Netns): void {
  const word = words.need();
  if (isShortFor(word, 'table')) filter.table = tableNamed(words.need());
  else if (word === 'dev' || word === 'oif' || word === 'iif') {
    filter.device = deviceNamed(netns, words.need()).name;
  } else if (isShortFor(word, 'protocol')) {
    const proto = words.need();
    filter.proto = proto === 'all' ? undefined : protoNamed(proto);
  } else if (word === 'scope') filter.scope = scopeNamed(words.need());
  else if (word === 'type') filter.type = requireType(words.need());
  else if (word === 'cached' || word === 'cloned' || word === 'cache') filter.table = 'cache';
  else if (NOT_MODELLED.has(word)) throw notModelled(`ip route show … ${word}`);
  else if (word === 'via') filter.via = addressOf(words.need(), 'any valid');
  else if (word === 'src') filter.source = addressOf(words.need(), 'any valid');
  else takePrefix(word === 'to' ? words.need() : word, words, filter);
}

function requireType(word: string): RouteType {
  const type = typeNamed(word);
  if (type === undefined) throw wrongArgument(word, 'node type value is invalid');
  return type;
}

function takePrefix(word: string, words: IpWords, filter: RouteFilter): void {
  if (word === 'root') filter.root = prefixOf(words.need());
  else if (word === 'match') filter.match = prefixOf(words.need());
  else {
    const prefix = prefixOf(word === 'exact' ? words.need() : word);
    filter.root = prefix;
    filter.match = prefix;
  }
}

export function fitsFilter(route: Route, filter: RouteFilter): boolean {
  const { root, match } = filter;
  const { destination } = route;
  return (
    (filter.device === undefined || route.device === filter.device) &&
    (filter.proto === undefined || route.proto === filter.proto) &&
    (filter.type === undefined || route.type === filter.type) &&
    (filter.scope === undefined || route.scope === filter.scope) &&
    (filter.via === undefined || route.via === filter.via) &&
    (filter.source === undefined || route.source === filter.source) &&
    (root === undefined || (destination.length >= root.length && holds(root, destination))) &&
    (match === undefined || (destination.length <= match.length && holds(destination, match)))
  );
}

function holds(outer: InterfaceAddress, inner: InterfaceAddress): boolean {
  return cidrContains(outer, inner.address);
}

/** What the filter says of all routes listed, and a line need not repeat. */
export function saidOf(filter: RouteFilter): RouteManner['hides'] {
  return {
    via: filter.via !== undefined,
    device: filter.device !== undefined,
    source: filter.source !== undefined,
    scope: filter.scope !== undefined,
    proto: filter.proto !== undefined,
  };
}
