/**
 * arping's command line (iputils 20221126, arping.c).
 */
import { CommandError } from '../../netfilter/command-error';
import { readShortOptions } from '../short-options';

export interface ArpingCommand {
  readonly name: string;
  readonly device: string | undefined;
  readonly source: string | undefined;
  /** Infinity where nobody counts. */
  readonly count: number;
  readonly intervalMs: number;
  readonly deadlineMs: number | undefined;
  /** `-D`: whether somebody has the address that I want. */
  readonly detectsDuplicate: boolean;
  /** `-U` asks for the own address, `-A` answers for it: everybody hears, nobody replies. */
  readonly announces: 'request' | 'reply' | undefined;
  readonly endsOnAnswer: boolean;
  readonly onlyBroadcast: boolean;
  readonly isQuiet: boolean;
  readonly wantsVersion: boolean;
}

const INT_MAX = 2_147_483_647;

const USAGE = `
Usage:
  arping [options] <destination>

Options: -A -b -c -D -f -i -I -q -s -U -V -w`;

export function parseArping(words: readonly string[]): ArpingCommand {
  const read = readShortOptions(words, '0AbDfhqUV', 'ciIsw');
  if ('kind' in read) {
    const what = read.kind === 'unknown' ? 'invalid option' : 'option requires an argument';
    throw new CommandError(`arping: ${what} -- '${read.letter}'\n${USAGE}`, 2);
  }
  const { given, operands } = read;
  const count = wholeNumber(given.get('c'), 1) ?? Number.POSITIVE_INFINITY;
  const deadline = wholeNumber(given.get('w'), 0) ?? 0;
  const interval = wholeNumber(given.get('i'), 0) ?? 1;
  const wantsVersion = given.has('V');
  const [name = ''] = operands;
  if (!wantsVersion && (given.has('h') || operands.length !== 1)) throw new CommandError(USAGE, 2);
  return {
    name,
    device: given.get('I'),
    source: given.get('s'),
    count,
    intervalMs: Math.max(interval, 1) * 1000,
    deadlineMs: deadline === 0 ? undefined : deadline * 1000,
    detectsDuplicate: given.has('D'),
    announces: given.has('A') ? 'reply' : given.has('U') ? 'request' : undefined,
    // Who looks for a duplicate has found it with the first answer.
    endsOnAnswer: given.has('f') || given.has('D'),
    onlyBroadcast: given.has('b'),
    isQuiet: given.has('q'),
    wantsVersion,
  };
}

function wholeNumber(text: string | undefined, low: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^-?\d+$/.test(text)) throw new CommandError(`arping: invalid argument: '${text}'`, 1);
  const value = Number(text);
  if (value >= low && value <= INT_MAX) return value;
  const range = `out of range: ${low} <= value <= ${INT_MAX}`;
  throw new CommandError(`arping: invalid argument: '${text}': ${range}`, 1);
}
