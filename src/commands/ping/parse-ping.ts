/**
 * ping's command line (iputils 20221126, ping/ping.c).
 */
import { parseIpv4 } from '../../addr/ipv4';
import type { PingOptions } from '../../kernel/programs/ping';
import type { PmtuDiscovery } from '../../kernel/programs/send-packet';
import { CommandError } from '../../netfilter/command-error';
import { readShortOptions } from '../short-options';

interface PingCommand {
  readonly options: PingOptions;
  readonly isQuiet: boolean;
  /** Of `-I`: a device, where it is no address. */
  readonly device: string | undefined;
}

/** Without `-c` ping goes on until Ctrl-C; here somebody presses it after the fifth packet. */
const PATIENCE = 5;
/** With a larger `-c` than this somebody presses it as well: no command goes on for hours. */
const ENDURANCE = 1000;
const DEFAULT_SIZE = 56;
const COUNT_MAX = 9_223_372_036_854_775_807n;
const SIZE_MAX = 127_992;

export function parsePing(words: readonly string[]): PingCommand {
  const read = readShortOptions(words, '4abDnOqv', 'ceiIMstW');
  if ('kind' in read) {
    const what = read.kind === 'unknown' ? 'invalid option' : 'option requires an argument';
    throw new CommandError(`ping: ${what} -- '${read.letter}'`, 2);
  }
  const { given, operands } = read;
  const numbers = numbersOf(given);
  const df = discoveryOf(given.get('M'));
  const name = operands.at(-1);
  if (name === undefined) {
    throw new CommandError('ping: usage error: Destination address required', 1);
  }
  const to = parseIpv4(name);
  if (to === undefined) throw new CommandError(`ping: ${name}: Name or service not known`, 2);
  const origin = given.get('I');
  const source = origin === undefined ? undefined : parseIpv4(origin);
  return {
    options: { to, df, source, ...numbers },
    isQuiet: given.has('q'),
    device: source === undefined ? origin : undefined,
  };
}

type Numbers = Omit<PingOptions, 'to' | 'df' | 'source'>;

function numbersOf(given: ReadonlyMap<string, string>): Numbers {
  const count = wholeNumber(given.get('c'), 1n, COUNT_MAX) ?? PATIENCE;
  const icmpId = wholeNumber(given.get('e'), 0n, 0xffffn);
  const size = wholeNumber(given.get('s'), 0n, BigInt(SIZE_MAX)) ?? DEFAULT_SIZE;
  const ttl = wholeNumber(given.get('t'), 0n, 255n);
  if (ttl === 0)
    throw new CommandError('ping: cannot set unicast time-to-live: Invalid argument', 2);
  return {
    count: Math.min(count, ENDURANCE),
    intervalMs: milliseconds(given.get('i')) ?? 1000,
    timeoutMs: milliseconds(given.get('W')) ?? 10_000,
    size,
    ttl,
    icmpId,
  };
}

/** `strtol_or_err`. */
function wholeNumber(text: string | undefined, low: bigint, high: bigint): number | undefined {
  if (text === undefined) return undefined;
  if (!/^-?\d+$/.test(text)) throw new CommandError(`ping: invalid argument: '${text}'`, 1);
  const value = BigInt(text);
  if (value >= low && value <= high) return Number(value);
  const range = `out of range: ${low} <= value <= ${high}`;
  throw new CommandError(`ping: invalid argument: '${text}': ${range}`, 1);
}

/** Seconds with a fraction. iputils still takes garbage for zero, with a warning; here it is refused. */
function milliseconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d*\.?\d+$/.test(text)) return Number(text) * 1000;
  throw new CommandError(`ping: option argument contains garbage: ${text}`, 1);
}

function discoveryOf(text: string | undefined): PmtuDiscovery | undefined {
  if (text === undefined) return undefined;
  if (text === 'do' || text === 'want' || text === 'dont') return text;
  throw new CommandError(`ping: invalid -M argument: ${text}`, 2);
}
