/**
 * What somebody wants of tcpdump (tcpdump(8) of 4.99): its options, and what is wrong with them.
 */

import { CommandError } from '../../netfilter/command-error';
import { SNAP_LENGTH } from '../../wire/capture/capture';
import { notModelled } from '../command';
import { type GivenOption, type OptionFault, readOptions } from './read-options';

type CaptureSide = 'in' | 'out' | 'inout';

export interface TcpdumpOptions {
  /** What it is asked instead of capturing; the first that was given. */
  readonly question: 'help' | 'version' | 'devices' | 'link types' | undefined;
  readonly device: string | undefined;
  readonly readFile: string | undefined;
  readonly writeFile: string | undefined;
  /** `--print`: packets that are written are printed too. */
  readonly printsWritten: boolean;
  /** `--count` */
  readonly counts: boolean;
  /** `-l`: each line reaches a file or a pipe at once. */
  readonly isLineBuffered: boolean;
  readonly maxCount: number | undefined;
  readonly snapLength: number;
  readonly side: CaptureSide;
  readonly isPromiscuous: boolean;
  readonly filter: string;
  /** `-F`: where the filter stands instead. */
  readonly filterFile: string | undefined;
  readonly style: LineStyle;
}

/** How each packet's line looks. */
export interface LineStyle {
  readonly showsLink: boolean;
  readonly verbosity: number;
  readonly quietness: number;
  readonly isNumeric: boolean;
  /** `-N`: names without their domains. */
  readonly isBrief: boolean;
  readonly hasAbsoluteNumbers: boolean;
  readonly isNumbered: boolean;
  /** How often `-t` was given. */
  readonly timeStyle: number;
  /** How often `-x`, `-X`, `-A` were given. */
  readonly hex: number;
  readonly hexAndAscii: number;
  readonly ascii: number;
}

/** Real, but without an effect that could be seen here: buffers, time stamps' sources, threads. */
const WITHOUT_EFFECT = ['a', 'B', 'O', 'U', 'u', 'immediate-mode', 'micro', 'b', 'H'];

const NOT_MODELLED = [
  ...['C', 'd', 'E', 'f', 'G', 'I', 'j', 'J', 'K', 'm', 'M', 'T', 'V', 'W', 'y', 'Y', 'z'],
  ...['Z', 'nano', 'time-stamp-precision', 'fp-type'],
];

/** Throws `CommandError` where a value is wrong. */
export function parseTcpdump(words: readonly string[]): TcpdumpOptions | OptionFault {
  const read = readOptions(words);
  if ('fault' in read) return read;
  const { given, operands } = read;
  const immediate = given.find(({ name }) => name === 'h' || name === 'version');
  given.slice(0, immediate === undefined ? undefined : given.indexOf(immediate)).forEach(check);
  const last = (name: string) => given.filter((option) => option.name === name).at(-1)?.value;
  const times = (name: string) => given.filter((option) => option.name === name).length;
  const count = last('c');
  const snapLength = last('s');
  return {
    question: questionOf(immediate?.name, times),
    device: last('i'),
    readFile: last('r'),
    writeFile: last('w'),
    printsWritten: times('print') > 0,
    counts: times('count') > 0,
    isLineBuffered: times('l') > 0,
    maxCount: count === undefined ? undefined : Number.parseInt(count, 10),
    snapLength: snapLength === undefined ? SNAP_LENGTH : Number(snapLength) || SNAP_LENGTH,
    side: sideOf(last('Q') ?? 'inout'),
    isPromiscuous: times('p') === 0,
    filter: operands.join(' ').trim(),
    filterFile: last('F'),
    style: styleOf(times),
  };
}

function questionOf(
  immediate: string | undefined,
  times: (name: string) => number,
): TcpdumpOptions['question'] {
  if (immediate !== undefined) return immediate === 'h' ? 'help' : 'version';
  if (times('D') > 0) return 'devices';
  return times('L') > 0 ? 'link types' : undefined;
}

function styleOf(times: (name: string) => number): LineStyle {
  return {
    showsLink: times('e') > 0,
    verbosity: times('v'),
    quietness: times('q'),
    isNumeric: times('n') > 0,
    isBrief: times('N') > 0,
    hasAbsoluteNumbers: times('S') > 0,
    isNumbered: times('#') > 0,
    timeStyle: times('t'),
    hex: times('x'),
    hexAndAscii: times('X'),
    ascii: times('A'),
  };
}

/** Options are looked at in their order, and the first that is wrong ends it. */
function check({ name, value }: GivenOption): void {
  if (NOT_MODELLED.includes(name)) throw notModelled(`tcpdump ${dashed(name)}`);
  if (WITHOUT_EFFECT.includes(name)) return;
  if (name === 'c' && !(Number.parseInt(value, 10) > 0)) {
    throw new CommandError(`tcpdump: invalid packet count ${value}`, 1);
  }
  if (name === 's' && !isSnapLength(value)) {
    const range = `(must be >= 0 and <= ${SNAP_LENGTH})`;
    throw new CommandError(`tcpdump: invalid snaplen ${value} ${range}`, 1);
  }
  if (name === 'Q') sideOf(value);
  if ((name === 'w' || name === 'F') && value === '-') throw notModelled(`tcpdump -${name} -`);
}

function dashed(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}

function isSnapLength(value: string): boolean {
  return /^(0x[\da-f]+|\d+)$/i.test(value) && Number(value) <= SNAP_LENGTH;
}

function sideOf(value: string): CaptureSide {
  const side = value.toLowerCase();
  if (side === 'in' || side === 'out' || side === 'inout') return side;
  throw new CommandError(`tcpdump: unknown capture direction \`${value}'`, 1);
}
