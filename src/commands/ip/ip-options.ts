/**
 * The options before the object: `ip -s -d neigh` (iproute2 6.1, ip/ip.c). Colours are accepted and
 * not printed, as `-c=auto` does where nobody looks at a terminal.
 */
import { CommandError } from '../../netfilter/command-error';
import { EXIT_USAGE, isShortFor, notSimulated } from './ip-words';

export interface IpOptions {
  /** `-s` */
  readonly statistics: boolean;
  /** `-d` */
  readonly details: boolean;
  /** `-br` */
  readonly brief: boolean;
  /** `-o` */
  readonly oneLine: boolean;
  /** `-4`: no link-layer address in `ip addr`. */
  readonly ipv4Only: boolean;
}

type Meaning = keyof IpOptions | 'nothing' | 'value' | 'version' | 'foreign';

/** In the order in which ip tries them: the first of which the word is a beginning wins. */
const MEANINGS: readonly (readonly [option: string, Meaning])[] = [
  ['loops', 'value'],
  ['family', 'value'],
  ['4', 'ipv4Only'],
  ['6', 'foreign'],
  ['0', 'foreign'],
  ['human-readable', 'nothing'],
  ['iec', 'nothing'],
  ['stats', 'statistics'],
  ['statistics', 'statistics'],
  ['details', 'details'],
  ['resolve', 'nothing'],
  ['oneline', 'oneLine'],
  ['timestamp', 'nothing'],
  ['tshort', 'nothing'],
  ['Version', 'version'],
  ['force', 'nothing'],
  ['batch', 'foreign'],
  ['brief', 'brief'],
  ['json', 'foreign'],
  ['pretty', 'nothing'],
  ['rcvbuf', 'value'],
  ['color', 'nothing'],
  ['netns', 'foreign'],
  ['Numeric', 'nothing'],
  ['all', 'nothing'],
];

interface ReadOptions {
  readonly options: IpOptions;
  readonly wantsVersion: boolean;
  /** The object and what follows it. */
  readonly rest: readonly string[];
}

export function readIpOptions(words: readonly string[]): ReadOptions {
  const given = new Set<Meaning>();
  let at = 0;
  for (; words[at]?.startsWith('-'); at++) {
    const word = words[at] ?? '';
    const meaning = meaningOf(word);
    if (meaning === 'foreign') throw notSimulated(word);
    if (meaning === 'value') at++;
    given.add(meaning);
  }
  return {
    options: {
      statistics: given.has('statistics'),
      details: given.has('details'),
      brief: given.has('brief'),
      oneLine: given.has('oneLine'),
      ipv4Only: given.has('ipv4Only'),
    },
    wantsVersion: given.has('version'),
    rest: words.slice(at),
  };
}

function meaningOf(word: string): Meaning {
  const name = word.replace(/^--?/, '').replace(/^(c|color)=.*/, 'color');
  const found = MEANINGS.find(([option]) => isShortFor(name, option));
  if (found !== undefined) return found[1];
  throw new CommandError(`Option "${word}" is unknown, try "ip -help".`, EXIT_USAGE);
}
