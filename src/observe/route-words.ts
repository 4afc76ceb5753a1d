/**
 * The words after `ip route add` as a route (iproute2, ip-route(8)), as far as scenarios use them.
 */
import { ANYWHERE, type Cidr, parseCidr } from '../addr/cidr';
import { type Ipv4, parseIpv4 } from '../addr/ipv4';
import type { Route, RouteProto, RouteType, Scope } from '../host/route';
import { ScenarioError } from './scenario';

const TYPES: ReadonlySet<string> = new Set([
  'unicast',
  'local',
  'broadcast',
  'blackhole',
  'unreachable',
  'prohibit',
] satisfies RouteType[]);

const SCOPES: ReadonlySet<string> = new Set(['host', 'link', 'global'] satisfies Scope[]);

const PROTOS: ReadonlySet<string> = new Set([
  'kernel',
  'boot',
  'static',
  'bird',
  '80',
] satisfies RouteProto[]);

type Draft = { -readonly [Field in keyof Route]: Route[Field] };

export function parseRouteWords(text: string): Route {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const type = TYPES.has(words[0] ?? '') ? words.shift() : 'unicast';
  const route: Draft = {
    type: type as RouteType,
    destination: destinationOf(words.shift() ?? ''),
    via: undefined,
    device: undefined,
    source: undefined,
    scope: 'global',
    proto: 'boot',
    metric: 0,
    onlink: false,
  };
  let scope: Scope | undefined;
  while (words.length > 0) {
    const word = words.shift();
    if (word === 'onlink') route.onlink = true;
    else if (word === 'scope') scope = oneOf(SCOPES, words.shift()) as Scope;
    else take(route, word, words.shift());
  }
  // A route without a gateway is on the link (iproute_modify, ip/iproute.c).
  const isOnLink = route.type === 'unicast' && route.via === undefined;
  route.scope = scope ?? (isOnLink ? 'link' : 'global');
  return route;
}

function take(route: Draft, word: string | undefined, value = ''): void {
  switch (word) {
    case 'via':
      route.via = addressOf(value);
      return;
    case 'dev':
      route.device = value;
      return;
    case 'src':
      route.source = addressOf(value);
      return;
    case 'metric':
      route.metric = Number(value);
      return;
    case 'proto':
      route.proto = oneOf(PROTOS, value) as RouteProto;
      return;
    default:
      throw new ScenarioError(`ip route: "${word}" is not known here`);
  }
}

function destinationOf(word: string): Cidr {
  if (word === 'default') return ANYWHERE;
  const prefix = parseCidr(word.includes('/') ? word : `${word}/32`);
  if (prefix === undefined) throw new ScenarioError(`ip route: no prefix: ${word}`);
  return prefix;
}

function addressOf(word: string): Ipv4 {
  const address = parseIpv4(word);
  if (address === undefined) throw new ScenarioError(`ip route: no address: ${word}`);
  return address;
}

function oneOf(known: ReadonlySet<string>, word = ''): string {
  if (!known.has(word)) throw new ScenarioError(`ip route: "${word}" is not known here`);
  return word;
}
