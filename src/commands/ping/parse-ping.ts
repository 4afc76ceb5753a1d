/**
 * ping's command line (iputils 20221126, ping/ping.c).
 */
import type { PingOptions } from '../../kernel/programs/ping';
import type { PmtuDiscovery } from '../../kernel/programs/send-packet';
import { CommandError } from '../../netfilter/command-error';
import { notModelled } from '../command';
import { readShortOptions } from '../short-options';

export interface PingCommand {
  /** The destination's name or address; still to be looked up. */
  readonly name: string;
  readonly options: Omit<PingOptions, 'to' | 'source'>;
  /** Of `-I`: a device or an address. */
  readonly origin: string | undefined;
  readonly isQuiet: boolean;
  /** `-n`: addresses have no names. */
  readonly isNumeric: boolean;
  /** `-D`: the time stands before each line. */
  readonly isStamped: boolean;
  readonly wants: 'version' | 'help' | undefined;
}

/** Options that change nothing that could be seen here: SO_DEBUG, SO_SNDBUF … */
const WITHOUT_EFFECT = 'dLU';
const NOT_MODELLED_FLAGS = '6aAbBCfrRv';
const NOT_MODELLED_VALUED = 'FlmNpT';

const DEFAULT_SIZE = 56;
const COUNT_MAX = 9_223_372_036_854_775_807n;
const INT_MAX = 2_147_483_647n;
const SIZE_MAX = 127_992n;
/** With `-i 0` the next request waits for an answer, or for this long. */
const INTERVAL_MS_MIN = 10;

export function parsePing(words: readonly string[]): PingCommand {
  const flags = `4DhnOqV${WITHOUT_EFFECT}${NOT_MODELLED_FLAGS}`;
  const read = readShortOptions(words, flags, `ceiIMQsStwW${NOT_MODELLED_VALUED}`);
  if ('kind' in read) {
    const what = read.kind === 'unknown' ? 'invalid option' : 'option requires an argument';
    throw new CommandError(`ping: ${what} -- '${read.letter}'`, 2);
  }
  const { given, operands } = read;
  for (const letter of NOT_MODELLED_FLAGS + NOT_MODELLED_VALUED) {
    if (given.has(letter)) throw notModelled(`ping -${letter}`);
  }
  const wants = given.has('V') ? 'version' : given.has('h') ? 'help' : undefined;
  const options = optionsOf(given);
  const name = operands.at(-1);
  if (name === undefined && wants === undefined) {
    throw new CommandError('ping: usage error: Destination address required', 1);
  }
  return {
    name: name ?? '',
    options,
    origin: given.get('I'),
    isQuiet: given.has('q'),
    isNumeric: given.has('n'),
    isStamped: given.has('D'),
    wants,
  };
}

function optionsOf(given: ReadonlyMap<string, string>): PingCommand['options'] {
  const count = wholeNumber(given.get('c'), 1n, COUNT_MAX) ?? Number.POSITIVE_INFINITY;
  const icmpId = wholeNumber(given.get('e'), 0n, 0xffffn);
  const size = wholeNumber(given.get('s'), 0n, SIZE_MAX) ?? DEFAULT_SIZE;
  const ttl = wholeNumber(given.get('t'), 0n, 255n);
  if (ttl === 0) {
    throw new CommandError('ping: cannot set unicast time-to-live: Invalid argument', 2);
  }
  const deadline = wholeNumber(given.get('w'), 0n, INT_MAX) ?? 0;
  return {
    count,
    intervalMs: Math.max(milliseconds(given.get('i')) ?? 1000, INTERVAL_MS_MIN),
    timeoutMs: milliseconds(given.get('W')) ?? 10_000,
    size,
    ttl,
    df: discoveryOf(given.get('M')),
    icmpId,
    deadlineMs: deadline === 0 ? undefined : deadline * 1000,
    tos: tosOf(given.get('Q')),
    reportsOverdue: given.has('O'),
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
  if (/^-?\d*\.?\d+$/.test(text)) return Math.max(Number(text), 0) * 1000;
  throw new CommandError(`ping: option argument contains garbage: ${text}`, 1);
}

function discoveryOf(text: string | undefined): PmtuDiscovery | undefined {
  if (text === undefined) return undefined;
  if (text === 'do' || text === 'want' || text === 'dont') return text;
  throw new CommandError(`ping: invalid -M argument: ${text}`, 2);
}

function tosOf(text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^(0x[0-9a-f]+|\d+)$/i.test(text)) {
    throw new CommandError(`ping: bad TOS value: ${text}`, 2);
  }
  if (Number(text) <= 255) return Number(text);
  throw new CommandError(`ping: the decimal value of TOS bits must be in range 0-255: ${text}`, 2);
}
