/** What follows `ipset create NAME`: a type and its settings (ipset(8), "SET TYPES"). */
import {
  ipsetRefusal,
  notModelled,
  ipsetUsageError as usageError,
} from '../../netfilter/command-error';
import {
  DEFAULT_IP_SET_SETTINGS,
  type IpSetSettings,
  type IpSetType,
} from '../../netfilter/ipset/ip-set';
import { parseUnsigned } from '../../netfilter/options';

/** With the names of old. */
const TYPES: Readonly<Record<string, IpSetType>> = {
  'hash:net': 'hash:net',
  nethash: 'hash:net',
  'hash:ip': 'hash:ip',
  iphash: 'hash:ip',
  'hash:ip,port': 'hash:ip,port',
  ipporthash: 'hash:ip,port',
};
const UNMODELLED_TYPES =
  /^(bitmap:(ip|ip,mac|port)|hash:(ip,mark|mac|ip,mac|ip,port,ip|ip,port,net|net,net|net,port|net,port,net|net,iface)|list:set)$/;

const UNMODELLED_OPTIONS: ReadonlySet<string> = new Set([
  'timeout',
  'counters',
  'comment',
  'forceadd',
  'skbinfo',
  'netmask',
  'bitmask',
  'nomatch',
  'packets',
  'bytes',
]);

interface SetToCreate {
  readonly type: IpSetType;
  readonly settings: IpSetSettings;
}

export function parseCreate([typeName = '', ...options]: readonly string[]): SetToCreate {
  const type = TYPES[typeName];
  if (type === undefined) {
    if (UNMODELLED_TYPES.test(typeName)) throw notModelled(`set type ${typeName}`);
    throw ipsetRefusal(`Syntax error: typename '${typeName}' is unknown`);
  }
  let { hashSize, maxMembers, bucketSize, initval } = DEFAULT_IP_SET_SETTINGS;
  for (let at = 0; at < options.length; at += 2) {
    const name = options[at] ?? '';
    const value = () => numberOf(options[at + 1], name);
    if (name === 'family') requireIpv4(options[at + 1]);
    else if (name === '-4' || name === 'inet') at -= 1;
    else if (name === 'hashsize') hashSize = powerOfTwo(value());
    else if (name === 'maxelem') maxMembers = value();
    else if (name === 'bucketsize') bucketSize = value();
    else if (name === 'initval') initval = value();
    else throw unknownOption(name);
  }
  return { type, settings: { hashSize, maxMembers, bucketSize, initval } };
}

/** An option that some set type knows, or nobody. */
export function unknownOption(name: string): Error {
  if (UNMODELLED_OPTIONS.has(name)) return notModelled(`set option ${name}`);
  return usageError(`Unknown argument: \`${name}'`);
}

function requireIpv4(family: string | undefined): void {
  if (family === undefined) throw missing('family');
  if (family === 'inet6' || family === 'ipv6') throw notModelled('IPv6');
  if (family === 'inet' || family === 'ipv4') return;
  throw ipsetRefusal(`Syntax error: unknown INET family ${family}`);
}

function numberOf(text: string | undefined, option: string): number {
  if (text === undefined) throw missing(option);
  const number = parseUnsigned(text);
  if (number !== undefined) return number;
  throw ipsetRefusal(`Syntax error: '${text}' is invalid as number`);
}

function missing(option: string): Error {
  return usageError(`Missing mandatory argument of option \`${option}'`);
}

const HASH_SIZE_MIN = 64;

function powerOfTwo(wanted: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(wanted, HASH_SIZE_MIN)));
}
