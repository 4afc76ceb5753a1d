/**
 * The words for a route's kind, origin and scope (iproute2 6.1, lib/rt_names.c, lib/ll_types.c).
 */
import type { RouteProto, RouteType, Scope } from '../../../host/route';
import { isShortFor, wrongArgument } from '../ip-words';

const TYPES = [
  'unicast',
  'local',
  'broadcast',
  'blackhole',
  'unreachable',
  'prohibit',
  'throw',
] as const;

/** Names, and the numbers that stand for them (/etc/iproute2/rt_protos). */
const PROTOS: Readonly<Record<string, RouteProto>> = {
  kernel: 'kernel',
  2: 'kernel',
  boot: 'boot',
  3: 'boot',
  static: 'static',
  4: 'static',
  bird: 'bird',
  12: 'bird',
  80: '80',
};

const SCOPES: Readonly<Record<string, Scope>> = {
  global: 'global',
  universe: 'global',
  0: 'global',
  link: 'link',
  253: 'link',
  host: 'host',
  254: 'host',
};

/** `rtm_type`, `rtm_protocol`, `rtm_scope` (include/uapi/linux/rtnetlink.h), as `-N` prints them. */
const TYPE_NUMBERS: Readonly<Record<RouteType, number>> = {
  unicast: 1,
  local: 2,
  broadcast: 3,
  blackhole: 6,
  unreachable: 7,
  prohibit: 8,
  throw: 9,
};
const PROTO_NUMBERS: Readonly<Record<RouteProto, number>> = {
  kernel: 2,
  boot: 3,
  static: 4,
  bird: 12,
  80: 80,
};
const SCOPE_NUMBERS: Readonly<Record<Scope, number>> = { global: 0, link: 253, host: 254 };

export function typeText(type: RouteType, numeric: boolean): string {
  return numeric ? String(TYPE_NUMBERS[type]) : type;
}

export function protoText(proto: RouteProto, numeric: boolean): string {
  return numeric ? String(PROTO_NUMBERS[proto]) : proto;
}

export function scopeText(scope: Scope, numeric: boolean): string {
  return numeric ? String(SCOPE_NUMBERS[scope]) : scope;
}

/** @returns `undefined` where the word is no type, and so perhaps a prefix */
export function typeNamed(word: string): RouteType | undefined {
  return TYPES.find((type) => isShortFor(word, type));
}

export function protoNamed(word: string): RouteProto {
  const proto = PROTOS[word];
  if (proto === undefined) throw wrongArgument(word, '"protocol" value is invalid');
  return proto;
}

export function scopeNamed(word: string): Scope {
  const scope = SCOPES[word];
  if (scope === undefined) throw wrongArgument(word, '"scope" value is invalid');
  return scope;
}

export function metricOf(word: string): number {
  const metric = Number(word);
  if (/^\d+$/.test(word) && metric <= 0xffffffff) return metric;
  throw wrongArgument(word, '"metric" value is invalid');
}

/** Bytes. */
export function mtuOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  throw wrongArgument(word, '"mtu" value is invalid');
}

/** @param word `main`, `local`, `all`, or a number */
export function tableNamed(word: string): 'main' | 'local' | 'all' | 'other' {
  if (word === 'main' || word === '254') return 'main';
  if (word === 'local' || word === '255') return 'local';
  if (word === 'all' || word === '0') return 'all';
  if (word === 'default' || /^\d+$/.test(word)) return 'other';
  throw wrongArgument(word, 'table id value is invalid');
}
