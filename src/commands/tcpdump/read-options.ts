/**
 * tcpdump's words as getopt_long(3) reads them: letters together or apart, long names as far as they
 * are unique, words of the filter between them.
 */

export interface GivenOption {
  /** The letter, or the long name where there is no letter. */
  readonly name: string;
  readonly value: string;
}

export interface ReadOptions {
  readonly given: readonly GivenOption[];
  readonly operands: readonly string[];
}

/** What getopt_long(3) complains of. */
export interface OptionFault {
  readonly fault: string;
}

const FLAGS = 'aAbdDefhHIJKlLnNOpqStuUvxXY#';
const VALUED = 'BcCEFGijmMQrsTVwWyzZ';

/** Long names, by their letter or themselves; `=` behind those that take a value. */
const LONG: Readonly<Record<string, string>> = {
  'buffer-size': 'B',
  'list-interfaces': 'D',
  help: 'h',
  interface: 'i',
  'monitor-mode': 'I',
  'time-stamp-type': 'j',
  'list-time-stamp-types': 'J',
  micro: 'micro',
  nano: 'nano',
  'time-stamp-precision': 'time-stamp-precision',
  'dont-verify-checksums': 'K',
  'list-data-link-types': 'L',
  'no-optimize': 'O',
  'no-promiscuous-mode': 'p',
  direction: 'Q',
  'snapshot-length': 's',
  'absolute-tcp-sequence-numbers': 'S',
  'packet-buffered': 'U',
  linktype: 'y',
  'immediate-mode': 'immediate-mode',
  'debug-filter-parser': 'Y',
  'relinquish-privileges': 'Z',
  count: 'count',
  'fp-type': 'fp-type',
  number: '#',
  print: 'print',
  version: 'version',
};

export function readOptions(words: readonly string[]): ReadOptions | OptionFault {
  const given: GivenOption[] = [];
  const operands: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') {
      operands.push(...words.slice(at + 1));
      break;
    }
    if (word === '-' || !word.startsWith('-')) operands.push(word);
    else {
      const following = words[at + 1];
      const read = word.startsWith('--') ? readLong(word, following) : readShort(word, following);
      if ('fault' in read) return read;
      given.push(...read.given);
      if (read.tookNext) at += 1;
    }
  }
  return { given, operands };
}

interface ReadWord {
  readonly given: readonly GivenOption[];
  readonly tookNext: boolean;
}

function readShort(word: string, following: string | undefined): ReadWord | OptionFault {
  const given: GivenOption[] = [];
  for (let place = 1; place < word.length; place++) {
    const name = word.charAt(place);
    if (FLAGS.includes(name)) {
      given.push({ name, value: '' });
      continue;
    }
    if (!VALUED.includes(name)) return { fault: `invalid option -- '${name}'` };
    const attached = word.slice(place + 1);
    if (attached !== '') return { given: [...given, { name, value: attached }], tookNext: false };
    if (following === undefined) return { fault: `option requires an argument -- '${name}'` };
    return { given: [...given, { name, value: following }], tookNext: true };
  }
  return { given, tookNext: false };
}

function readLong(word: string, following: string | undefined): ReadWord | OptionFault {
  const [typed = '', attached] = splitOnce(word.slice(2));
  const candidates = Object.keys(LONG).filter((long) => long.startsWith(typed));
  const exact = candidates.filter((long) => long === typed);
  const [long, other] = exact.length === 1 ? exact : candidates;
  if (long === undefined) return { fault: `unrecognized option '--${typed}'` };
  if (other !== undefined) {
    const possible = candidates.map((candidate) => ` '--${candidate}'`).join('');
    return { fault: `option '--${typed}' is ambiguous; possibilities:${possible}` };
  }
  const name = LONG[long] ?? long;
  if (!VALUED.includes(name) && name !== 'time-stamp-precision') {
    if (attached !== undefined) return { fault: `option '--${long}' doesn't allow an argument` };
    return { given: [{ name, value: '' }], tookNext: false };
  }
  const value = attached ?? following;
  if (value === undefined) return { fault: `option '--${long}' requires an argument` };
  return { given: [{ name, value }], tookNext: attached === undefined };
}

function splitOnce(text: string): readonly [string, string | undefined] {
  const at = text.indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
