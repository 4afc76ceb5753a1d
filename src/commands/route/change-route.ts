/**
 * `route add|del [-net|-host] TARGET …` (net-tools 2.10, lib/inet_sr.c; `rtentry_to_fib_config`,
 * net/ipv4/fib_frontend.c, for what the kernel makes of it).
 */
import { cidrOf, type InterfaceAddress, netmask } from '../../addr/cidr';
import { type Ipv4, ipv4FromBits, parseIpv4 } from '../../addr/ipv4';
import type { Route } from '../../host/route';
import type { Netns } from '../../kernel/netns';
import { applyOp } from '../../kernel/ops/apply-op';
import { OpError } from '../../kernel/ops/op-error';
import { CommandError } from '../../netfilter/command-error';
import { notModelled } from '../command';
import { resolveName } from '../host-names';

const USAGE = `Usage: inet_route [-vF] del {-host|-net} Target[/prefix] [gw Gw] [metric M] [[dev] If]
       inet_route [-vF] add {-host|-net} Target[/prefix] [gw Gw] [metric M]
                              [netmask N] [[dev] If]
       inet_route [-vF] add {-host|-net} Target[/prefix] [metric M] reject`;
const EXIT_USAGE = 3;
const EXIT_UNKNOWN_HOST = 6;
const EXIT_KERNEL = 7;

const NOT_MODELLED: ReadonlySet<string> = new Set([
  'dyn',
  'irtt',
  'mod',
  'mss',
  'mtu',
  'reinstate',
  'window',
]);

interface Given {
  target: InterfaceAddress;
  via: Ipv4 | undefined;
  device: string | undefined;
  metric: number;
  isRefused: boolean;
}

/** @param words from `add` or `del` on */
export function changeRoute(netns: Netns, [verb = '', ...words]: readonly string[]): void {
  if (verb === 'flush' || verb === 'change') {
    throw new CommandError(`Flushing \`inet' routing table not supported\n${USAGE}`, EXIT_USAGE);
  }
  if (words.length === 0) throw new CommandError(USAGE, 0);
  const isAdd = verb === 'add';
  const route = routeOf(parseTarget(netns, [...words]), isAdd);
  try {
    applyOp(netns, { kind: isAdd ? 'route-add' : 'route-delete', route });
  } catch (error) {
    if (!(error instanceof OpError)) throw error;
    throw new CommandError(`SIOC${isAdd ? 'ADD' : 'DEL'}RT: ${error.message}`, EXIT_KERNEL);
  }
}

function parseTarget(netns: Netns, words: string[]): Given {
  const first = words.shift() ?? '';
  const isMarked = first === '-net' || first === '-host';
  const target = isMarked ? words.shift() : first;
  if (target === undefined) throw new CommandError(USAGE, EXIT_USAGE);
  const given: Given = {
    target: targetOf(netns, target, first === '-net'),
    via: undefined,
    device: undefined,
    metric: 0,
    isRefused: false,
  };
  while (words.length > 0) takeWord(netns, words, given);
  const { address, length } = given.target;
  if ((address & ~netmask(length)) !== 0) {
    throw new CommandError(`route: netmask doesn't match route address\n${USAGE}`, EXIT_USAGE);
  }
  return given;
}

function takeWord(netns: Netns, words: string[], given: Given): void {
  const word = words.shift() ?? '';
  if (NOT_MODELLED.has(word)) throw notModelled(`route … ${word}`);
  if (word === 'reject') given.isRefused = true;
  else if (word === 'gw' || word === 'gateway') given.via = gatewayOf(netns, need(words));
  else if (word === 'netmask') given.target = withMask(given.target, need(words));
  else if (word === 'metric') given.metric = Number(need(words));
  else given.device = word === 'dev' || word === 'device' ? need(words) : word;
}

function need(words: string[]): string {
  const word = words.shift();
  if (word === undefined) throw new CommandError(USAGE, EXIT_USAGE);
  return word;
}

/** A network without a mask has that of its class, as in the days of old. */
function targetOf(netns: Netns, text: string, isNet: boolean): InterfaceAddress {
  if (text === 'default') return { address: ipv4FromBits(0), length: 0 };
  const [name = '', length] = text.split('/');
  const address = resolveName(netns, name);
  if (address === undefined) {
    throw new CommandError(`${name}: Host name lookup failure`, EXIT_UNKNOWN_HOST);
  }
  if (length !== undefined) return { address, length: Number(length) };
  if (address === 0) return { address, length: 0 };
  return { address, length: isNet ? classLength(address) : 32 };
}

/** RFC 791, section 3.2. */
function classLength(address: Ipv4): number {
  const top = address >>> 24;
  if (top < 128) return 8;
  return top < 192 ? 16 : 24;
}

function withMask({ address }: InterfaceAddress, text: string): InterfaceAddress {
  const mask = parseIpv4(text);
  const length = [...Array(33).keys()].find((bits) => ipv4FromBits(netmask(bits)) === mask);
  if (length === undefined) {
    throw new CommandError(`route: bogus netmask ${text}`, EXIT_USAGE);
  }
  return { address, length };
}

function gatewayOf(netns: Netns, name: string): Ipv4 {
  const address = resolveName(netns, name);
  if (address !== undefined) return address;
  throw new CommandError(`${name}: Unknown host`, EXIT_UNKNOWN_HOST);
}

function routeOf({ target, via, device, metric, isRefused }: Given, isAdd: boolean): Route {
  const isOnLink = via === undefined && !isRefused;
  return {
    type: isRefused && isAdd ? 'unreachable' : 'unicast',
    destination: cidrOf(target.address, target.length),
    via,
    device,
    source: undefined,
    scope: isRefused ? 'host' : isOnLink ? 'link' : 'global',
    proto: 'boot',
    metric,
    onlink: false,
  };
}
