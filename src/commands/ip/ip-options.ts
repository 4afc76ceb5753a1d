/**
 * The options before the object: `ip -s -d neigh` (iproute2 6.1, ip/ip.c). Standard output is never a
 * terminal here, so `-c=auto` prints no colours.
 */
import { CommandError } from '../../netfilter/command-error';
import { type Distribution, notModelled } from '../command';
import type { FieldManner } from './field';
import { EXIT_USAGE, IpWords, isShortFor, wrongArgument } from './ip-words';

export interface IpOptions extends FieldManner {
  /** `-s` */
  readonly statistics: boolean;
  /** `-s -s` */
  readonly moreStatistics: boolean;
  /** `-d` */
  readonly details: boolean;
  /** `-br` */
  readonly brief: boolean;
  /** `-N`: numbers for what has a name. */
  readonly numeric: boolean;
  /** `-4`: no link-layer address in `ip addr`; `-6`: nothing that is of IPv4. */
  readonly family: 'inet' | 'inet6' | undefined;
  readonly distribution: Distribution;
}

type Meaning =
  | 'statistics'
  | 'details'
  | 'brief'
  | 'oneLine'
  | 'json'
  | 'pretty'
  | 'numeric'
  | 'family'
  | 'inet'
  | 'inet6'
  | 'batch'
  | 'version'
  | 'help'
  | 'netns'
  | 'nothing'
  | 'value'
  | 'not-modelled';

/** In the order in which ip tries them: the first of which the word is a beginning wins. */
const MEANINGS: readonly (readonly [option: string, Meaning])[] = [
  ['loops', 'value'],
  ['family', 'family'],
  ['4', 'inet'],
  ['6', 'inet6'],
  ['0', 'not-modelled'],
  ['M', 'not-modelled'],
  ['B', 'not-modelled'],
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
  ['batch', 'batch'],
  ['brief', 'brief'],
  ['json', 'json'],
  ['pretty', 'pretty'],
  ['rcvbuf', 'value'],
  ['netns', 'netns'],
  ['Numeric', 'numeric'],
  ['all', 'nothing'],
  ['echo', 'not-modelled'],
  ['help', 'help'],
];

interface ReadOptions {
  readonly options: IpOptions;
  readonly wants: 'version' | 'help' | undefined;
  /** The file of commands, of `-batch`. */
  readonly batch: string | undefined;
  /** The object and what follows it. */
  readonly rest: readonly string[];
}

export function readIpOptions(words: readonly string[], distribution: Distribution): ReadOptions {
  const given: Meaning[] = [];
  let family: IpOptions['family'];
  let colours = false;
  let batch: string | undefined;
  const rest = new IpWords(words);
  while (rest.rest()[0]?.startsWith('-')) {
    const word = rest.need();
    if (word === '--') break;
    const colour = colourOf(word);
    if (colour !== undefined) {
      colours = colour;
      continue;
    }
    const meaning = meaningOf(word);
    if (meaning === 'not-modelled') throw notModelled(`ip ${word}`);
    if (meaning === 'netns') throw noNetns(rest.need());
    if (meaning === 'value') rest.need();
    if (meaning === 'batch') batch = rest.need();
    if (meaning === 'family') family = familyNamed(rest.need());
    if (meaning === 'inet' || meaning === 'inet6') family = meaning;
    given.push(meaning);
  }
  const has = (meaning: Meaning) => given.includes(meaning);
  return {
    options: {
      statistics: has('statistics'),
      moreStatistics: given.filter((meaning) => meaning === 'statistics').length > 1,
      details: has('details'),
      brief: has('brief'),
      oneLine: has('oneLine'),
      numeric: has('numeric'),
      json: has('json'),
      pretty: has('pretty'),
      // Colours would not be JSON.
      colours: colours && !has('json'),
      family,
      distribution,
    },
    wants: has('version') ? 'version' : has('help') ? 'help' : undefined,
    batch,
    rest: rest.rest(),
  };
}

function meaningOf(word: string): Meaning {
  const name = word.replace(/^--?/, '');
  const found = MEANINGS.find(([option]) => isShortFor(name, option));
  if (found !== undefined) return found[1];
  throw new CommandError(`Option "${word}" is unknown, try "ip -help".`, EXIT_USAGE);
}

/** `matches_color`: `-c`, `-color`, `-c=always`. @returns `undefined` where it is something else */
function colourOf(word: string): boolean | undefined {
  const [, name = '', , when] = /^--?([a-z]+)(=(.*))?$/.exec(word) ?? [];
  if (!isShortFor(name, 'color')) return undefined;
  if (when === undefined || when === 'always') return true;
  return when === 'auto' || when === 'never' ? false : undefined;
}

function familyNamed(name: string): IpOptions['family'] {
  if (name === 'inet' || name === 'inet6') return name;
  if (['link', 'mpls', 'bridge'].includes(name)) throw notModelled(`ip -family ${name}`);
  throw wrongArgument(name, 'invalid protocol family');
}

/** Nobody has given a name to a network namespace here: those of pods have none (CNI mounts them). */
function noNetns(name: string): CommandError {
  const text = `Cannot open network namespace "${name}": No such file or directory`;
  return new CommandError(text, 1);
}
