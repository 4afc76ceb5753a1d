/**
 * arp's command line (net-tools 2.10, arp.c).
 */
import { CommandError } from '../../netfilter/command-error';
import { notModelled } from '../command';
import { readShortOptions } from '../short-options';

export interface ArpCommand {
  readonly wants: 'show' | 'set' | 'delete' | 'version';
  /** `-a`: in the style of BSD. */
  readonly isBsd: boolean;
  readonly isNumeric: boolean;
  readonly isVerbose: boolean;
  readonly device: string | undefined;
  /** A host, and for `-s` its address and `temp`. */
  readonly operands: readonly string[];
}

const ARP_USAGE = `Usage:
  arp [-vn]  [-i <if>] [-a] [<hostname>]             <-Display ARP cache
  arp [-v]   [-i <if>] -d  <host>                    <-Delete ARP entry
  arp [-v]   [-i <if>] -s  <host> <hwaddr> [temp]    <-Add entry`;
const EXIT_USAGE = 3;

const LONG: Readonly<Record<string, string>> = {
  '--delete': '-d',
  '--device': '-i',
  '--numeric': '-n',
  '--set': '-s',
  '--verbose': '-v',
  '--version': '-V',
};

export function parseArp(words: readonly string[]): ArpCommand {
  const short = words.map((word) => LONG[word] ?? word);
  const read = readShortOptions(short, 'aDdehnsvV', 'AfHipt');
  if ('kind' in read) {
    const what = read.kind === 'unknown' ? 'invalid option' : 'option requires an argument';
    throw new CommandError(`arp: ${what} -- '${read.letter}'\n${ARP_USAGE}`, EXIT_USAGE);
  }
  const { given, operands } = read;
  for (const letter of 'ADfpt') if (given.has(letter)) throw notModelled(`arp -${letter}`);
  const type = given.get('H');
  if (type !== undefined && type !== 'ether') {
    throw new CommandError(`arp: ${type}: unknown hardware type.`, 255);
  }
  if (given.has('h')) throw new CommandError(ARP_USAGE, EXIT_USAGE);
  return {
    wants: given.has('V') ? 'version' : given.has('d') ? 'delete' : given.has('s') ? 'set' : 'show',
    isBsd: given.has('a'),
    isNumeric: given.has('n'),
    isVerbose: given.has('v'),
    device: given.get('i'),
    operands,
  };
}
