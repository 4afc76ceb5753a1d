/**
 * `traceroute -n [-I] [-q PROBES] [-m HOPS] [-w SECONDS] ADDRESS [BYTES]` (traceroute(8) of Debian).
 */
import { parseIpv4 } from '../../addr/ipv4';
import { type TracerouteOptions, traceroute as trace } from '../../kernel/programs/traceroute';
import { CommandError } from '../../netfilter/command-error';
import { commandOf } from '../command';
import { readShortOptions } from '../short-options';
import { renderTraceroute } from './render-traceroute';

const DEFAULT_HOPS = 30;
const HOPS_MAX = 255;
const DEFAULT_PROBES = 3;
const PROBES_MAX = 10;
const DEFAULT_WAIT_S = 5;
/** An IP header and 40 bytes. */
const DEFAULT_SIZE = 60;
/** An IP header and one of UDP or ICMP. */
const SIZE_MIN = 28;
const SIZE_MAX = 65_000;

export const traceroute = commandOf((words, netns) =>
  renderTraceroute(trace(netns, parseTraceroute(words))),
);

function parseTraceroute(words: readonly string[]): TracerouteOptions {
  const read = readShortOptions(words, '4nI', 'mqwN');
  if ('kind' in read) {
    const isUnknown = read.kind === 'unknown';
    const what = isUnknown ? 'Bad option' : 'No argument for option';
    throw new CommandError(`${what} \`-${read.letter}' (argc ${words.length})`, 2);
  }
  const { given, operands } = read;
  const [name, length] = operands;
  if (name === undefined) throw new CommandError('Specify "host" missing argument.', 2);
  const to = parseIpv4(name);
  if (to === undefined) throw new CommandError(unknownHost(name), 2);
  const maxHops = numberOf(given.get('m'), DEFAULT_HOPS);
  if (maxHops === 0) throw new CommandError('first hop out of range', 2);
  if (maxHops > HOPS_MAX) throw new CommandError(`max hops cannot be more than ${HOPS_MAX}`, 2);
  const probes = numberOf(given.get('q'), DEFAULT_PROBES);
  if (probes > PROBES_MAX) throw new CommandError(`no more than ${PROBES_MAX} probes per hop`, 2);
  const size = numberOf(length, DEFAULT_SIZE);
  if (size > SIZE_MAX) throw new CommandError(`too big packetlen ${size} specified`, 2);
  return {
    to,
    method: given.has('I') ? 'icmp' : 'udp',
    maxHops,
    probes,
    waitMs: numberOf(given.get('w'), DEFAULT_WAIT_S) * 1000,
    size: Math.max(size, SIZE_MIN),
  };
}

function unknownHost(name: string): string {
  const where = `Cannot handle "host" cmdline arg \`${name}' on position 1 (argc 1)`;
  return `${name}: Name or service not known\n${where}`;
}

function numberOf(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (/^\d*\.?\d+$/.test(text)) return Number(text);
  throw new CommandError(`Cannot handle number \`${text}'`, 2);
}
