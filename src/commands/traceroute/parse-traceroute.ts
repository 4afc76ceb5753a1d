/**
 * traceroute's command line (traceroute 2.1.2 of Debian).
 */
import { parseIpv4 } from '../../addr/ipv4';
import type { Netns } from '../../kernel/netns';
import type { TracerouteOptions } from '../../kernel/programs/traceroute';
import { CommandError } from '../../netfilter/command-error';
import { notModelled } from '../command';
import { resolveName } from '../host-names';
import { readShortOptions } from '../short-options';

interface TracerouteCommand {
  readonly options: TracerouteOptions;
  /** The destination as it was typed. */
  readonly name: string;
  /** `-n`: addresses have no names. */
  readonly isNumeric: boolean;
}

const NOT_MODELLED_FLAGS = '6ADerT';
const NOT_MODELLED_VALUED = 'gMOPz';

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

/** As the tool names the values of its options. */
const VALUE_NAMES: Readonly<Record<string, string>> = {
  f: 'first_ttl',
  g: 'gate,...',
  i: 'device',
  m: 'max_ttl',
  N: 'squeries',
  p: 'port',
  q: 'nqueries',
  s: 'src_addr',
  t: 'tos',
  w: 'MAX,HERE,NEAR',
  z: 'sendwait',
};

export function wantsVersion(words: readonly string[]): boolean {
  return words.includes('-V') || words.includes('--version');
}

export function parseTraceroute(words: readonly string[], netns: Netns): TracerouteCommand {
  const long = words.find((word) => word.startsWith('--') && word !== '--');
  if (long !== undefined) throw notModelled(`traceroute ${long}`);
  const read = readShortOptions(
    words,
    `4dnFIU${NOT_MODELLED_FLAGS}`,
    `fimNpqstw${NOT_MODELLED_VALUED}`,
  );
  if ('kind' in read) throw new CommandError(faultText(read, words.length), 2);
  const { given, operands } = read;
  for (const letter of NOT_MODELLED_FLAGS + NOT_MODELLED_VALUED) {
    if (given.has(letter)) throw notModelled(`traceroute -${letter}`);
  }
  const [name, length, extra] = operands;
  if (name === undefined) throw new CommandError('Specify "host" missing argument.', 2);
  if (extra !== undefined) {
    const place = `position 3, argc ${words.length}`;
    throw new CommandError(`Extra arg \`${extra}' (${place})`, 2);
  }
  const to = resolveName(netns, name);
  if (to === undefined) throw new CommandError(unknownHost(name, words.length), 2);
  const device = given.get('i');
  if (device !== undefined) requireWay(netns, to, device);
  return { options: { to, ...settings(given, length) }, name, isNumeric: given.has('n') };
}

function faultText(
  { kind, letter }: { readonly kind: 'unknown' | 'no-value'; readonly letter: string },
  count: number,
): string {
  if (kind === 'unknown') return `Bad option \`-${letter}' (argc ${count})`;
  const usage = `-${letter} ${VALUE_NAMES[letter] ?? ''}`;
  return `Option \`-${letter}' (argc ${count}) requires an argument: \`${usage}'`;
}

/** A device can only be named where the routes lead to it anyway: probes go where they say. */
function requireWay(netns: Netns, to: TracerouteOptions['to'], device: string): void {
  if (!netns.devices.has(device)) {
    throw new CommandError('setsockopt SO_BINDTODEVICE: No such device', 1);
  }
  if (netns.fib.lookup(to)?.device?.name !== device) {
    throw notModelled(`traceroute -i ${device}, where the route leads elsewhere`);
  }
}

function settings(
  given: ReadonlyMap<string, string>,
  length: string | undefined,
): Omit<TracerouteOptions, 'to'> {
  const maxHops = numberOf(given, 'm', DEFAULT_HOPS);
  if (maxHops > HOPS_MAX) throw new CommandError(`max hops cannot be more than ${HOPS_MAX}`, 2);
  const firstTtl = numberOf(given, 'f', 1);
  if (firstTtl < 1 || firstTtl > maxHops) throw new CommandError('first hop out of range', 2);
  const probes = numberOf(given, 'q', DEFAULT_PROBES);
  if (probes < 1 || probes > PROBES_MAX) {
    throw new CommandError(`no more than ${PROBES_MAX} probes per hop`, 2);
  }
  const size = length === undefined ? DEFAULT_SIZE : lengthOf(length);
  if (size > SIZE_MAX) throw new CommandError(`too big packetlen ${size} specified`, 2);
  const source = given.get('s');
  return {
    method: given.has('I') ? 'icmp' : 'udp',
    maxHops,
    firstTtl,
    probes,
    waitMs: numberOf(given, 'w', DEFAULT_WAIT_S) * 1000,
    size: Math.max(size, SIZE_MIN),
    firstPort: given.has('p') ? numberOf(given, 'p', 0) : undefined,
    hasOnePort: given.has('U'),
    source: source === undefined ? undefined : parseIpv4(source),
    tos: numberOf(given, 't', 0),
    df: given.has('F') ? 'do' : 'dont',
  };
}

function unknownHost(name: string, count: number): string {
  const where = `Cannot handle "host" cmdline arg \`${name}' on position 1 (argc ${count})`;
  return `${name}: Name or service not known\n${where}`;
}

/** `-w 3,1,5` has more numbers; the first is the one that counts here. */
function numberOf(given: ReadonlyMap<string, string>, letter: string, otherwise: number): number {
  const text = given.get(letter);
  if (text === undefined) return otherwise;
  if (letter === 'w' && text.includes(',')) throw notModelled('traceroute -w MAX,HERE,NEAR');
  const isFraction = letter === 'w';
  if ((isFraction ? /^\d*\.?\d+$/ : /^\d+$/).test(text)) return Number(text);
  throw new CommandError(`Cannot handle \`-${letter}' option with arg \`${text}' (argc 2)`, 2);
}

function lengthOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new CommandError(`Cannot handle "packetlen" cmdline arg \`${text}' on position 2`, 2);
}
