/**
 * A command line as getopt_long(3) hands it to iptables: letters taken apart, `--option=value` too,
 * and the beginnings of long names completed (`original_opts`, iptables/iptables.c).
 */

import { isMatchOption } from '../../netfilter/matches/index';
import { isTargetOption } from '../../netfilter/targets/index';

const FLAG_LETTERS = 'nvxVh46f';

/** The long names, each with its letter; `--line-numbers` has none that can be typed. */
const LONG_NAMES: Readonly<Record<string, string>> = {
  '--append': '-A',
  '--check': '-C',
  '--delete': '-D',
  '--insert': '-I',
  '--replace': '-R',
  '--list': '-L',
  '--list-rules': '-S',
  '--flush': '-F',
  '--zero': '-Z',
  '--new-chain': '-N',
  '--delete-chain': '-X',
  '--rename-chain': '-E',
  '--policy': '-P',
  '--source': '-s',
  '--destination': '-d',
  '--src': '-s',
  '--dst': '-d',
  '--protocol': '-p',
  '--in-interface': '-i',
  '--jump': '-j',
  '--table': '-t',
  '--match': '-m',
  '--numeric': '-n',
  '--out-interface': '-o',
  '--verbose': '-v',
  '--wait': '-w',
  '--wait-interval': '-W',
  '--exact': '-x',
  '--fragments': '-f',
  '--version': '-V',
  '--help': '-h',
  '--line-numbers': '--line-numbers',
  '--modprobe': '-M',
  '--set-counters': '-c',
  '--goto': '-g',
  '--ipv4': '-4',
  '--ipv6': '-6',
};
const NAMES = Object.keys(LONG_NAMES);

/** Of a match that is not modelled, and the beginning of `--set-counters`. */
const OPTION_OF_RECENT = '--set';

/** Options of extensions whose value may look like an option. */
const FREE_TEXT: ReadonlySet<string> = new Set(['--comment', '--log-prefix']);

/** Words of iptables' own in their short form; those of extensions as they are. */
export function iptablesWords(words: readonly string[]): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (FREE_TEXT.has(word)) {
      parts.push(word, ...words.slice(at + 1, at + 2));
      at += 1;
      continue;
    }
    if (word.startsWith('--')) parts.push(...longOption(word));
    else parts.push(...splitCluster(word));
  }
  return parts;
}

function longOption(word: string): readonly string[] {
  const [, name = word, value] = /^(--[\w-]+)=(.*)$/.exec(word) ?? [];
  return [shortFormOf(name), ...(value === undefined ? [] : [value])];
}

/** A beginning is enough where only one name begins so, and no extension has an option of that name. */
function shortFormOf(name: string): string {
  const known = LONG_NAMES[name];
  if (known !== undefined) return known;
  if (isMatchOption(name) || isTargetOption(name) || name === OPTION_OF_RECENT) return name;
  const [only, ...others] = name === '--' ? [] : NAMES.filter((one) => one.startsWith(name));
  return only === undefined || others.length > 0 ? name : (LONG_NAMES[only] ?? name);
}

/** `-nvL` is `-n -v -L`, and `-tnat` is `-t nat`. */
function splitCluster(word: string): readonly string[] {
  if (!/^-[a-zA-Z46].+/.test(word)) return [word];
  const parts: string[] = [];
  for (let at = 1; at < word.length; at++) {
    const letter = word.charAt(at);
    parts.push(`-${letter}`);
    if (FLAG_LETTERS.includes(letter)) continue;
    const attached = word.slice(at + 1);
    if (attached !== '') parts.push(attached);
    break;
  }
  return parts;
}
