/**
 * `ip route add ROUTE`: the words of a route, and what ip makes of those left out
 * (`iproute_modify`, iproute2 6.1, ip/iproute.c). `formatRoute` writes them back.
 */
import { cidrOf, type InterfaceAddress, netmask } from '../../../addr/cidr';
import type { Ipv4 } from '../../../addr/ipv4';
import type { Route, RouteProto, RouteType, Scope } from '../../../host/route';
import { notModelled } from '../../command';
import { addressOf, garbage, type IpWords, isShortFor, kernelRefusal, prefixOf } from '../ip-words';
import { metricOf, mtuOf, protoNamed, scopeNamed, tableNamed, typeNamed } from './route-words';

interface Given {
  type: RouteType | undefined;
  destination: InterfaceAddress | undefined;
  via: Ipv4 | undefined;
  device: string | undefined;
  source: Ipv4 | undefined;
  scope: Scope | undefined;
  proto: RouteProto | undefined;
  metric: number;
  onlink: boolean;
  mtu: number | undefined;
}

const NOT_MODELLED: ReadonlySet<string> = new Set([
  'advmss',
  'congctl',
  'cwnd',
  'dsfield',
  'encap',
  'expires',
  'features',
  'from',
  'hoplimit',
  'initcwnd',
  'initrwnd',
  'nexthop',
  'nhid',
  'pref',
  'quickack',
  'realms',
  'reordering',
  'rto_min',
  'rtt',
  'rttvar',
  'ssthresh',
  'tos',
  'ttl-propagate',
  'vrf',
  'window',
]);

export function parseRoute(words: IpWords): Route {
  const given: Given = {
    type: undefined,
    destination: undefined,
    via: undefined,
    device: undefined,
    source: undefined,
    scope: undefined,
    proto: undefined,
    metric: 0,
    onlink: false,
    mtu: undefined,
  };
  while (!words.isAtEnd) takeWord(words, given);
  return routeOf(given);
}

function takeWord(words: IpWords, given: Given): void {
  const word = words.need();
  if (NOT_MODELLED.has(word)) throw notModelled(`ip route … ${word}`);
  if (word === 'src') given.source = addressOf(words.need(), 'any valid');
  else if (word === 'via') given.via = takeGateway(words);
  else if (word === 'dev' || word === 'oif') given.device = words.need();
  else if (word === 'onlink') given.onlink = true;
  else if (word === 'mtu') given.mtu = mtuOf(words.need());
  else if (word === 'scope') given.scope = scopeNamed(words.need());
  else if (word === 'table') requireMain(words.need());
  else if (isShortFor(word, 'metric') || word === 'priority' || word === 'preference') {
    given.metric = metricOf(words.need());
  } else if (isShortFor(word, 'protocol')) given.proto = protoNamed(words.need());
  else takeDestination(word, words, given);
}

function takeGateway(words: IpWords): Ipv4 {
  const word = words.need();
  return addressOf(word === 'inet' ? words.need() : word, 'inet');
}

function requireMain(name: string): void {
  if (tableNamed(name) !== 'main') throw notModelled(`ip route … table ${name}`);
}

function takeDestination(first: string, words: IpWords, given: Given): void {
  let word = first === 'to' ? words.need() : first;
  const type = /^\d/.test(word) ? undefined : typeNamed(word);
  if (type !== undefined) {
    given.type = type;
    word = words.need();
  }
  if (given.destination !== undefined) throw garbage('to', word);
  given.destination = prefixOf(word);
}

function routeOf(given: Given): Route {
  const { type = 'unicast', destination = { address: prefixOf('default').address, length: 0 } } =
    given;
  const { address, length } = destination;
  if ((address & ~netmask(length)) !== 0) {
    throw kernelRefusal('Invalid argument', 'Invalid prefix for given prefix length');
  }
  return {
    type,
    destination: cidrOf(address, length),
    via: given.via,
    device: given.device,
    source: given.source,
    scope: given.scope ?? usualScope(type, given.via),
    proto: given.proto ?? 'boot',
    metric: given.metric,
    onlink: given.onlink,
    ...(given.mtu === undefined ? {} : { mtu: given.mtu }),
  };
}

/** Without a gateway the destination is on the link. */
function usualScope(type: RouteType, via: Ipv4 | undefined): Scope {
  if (type === 'local') return 'host';
  if (type === 'broadcast') return 'link';
  return type === 'unicast' && via === undefined ? 'link' : 'global';
}
