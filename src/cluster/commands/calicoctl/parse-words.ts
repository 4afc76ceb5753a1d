/**
 * Words as docopt reads them: options stand anywhere, long ones may be cut short as long as they are
 * meant alone, short ones may stand together, and `-h` wins over everything.
 */

export interface OptionRow {
  /** `--output` */
  readonly long: string;
  /** `-o` */
  readonly short?: string;
  /** What its value is called; a flag has none. */
  readonly value?: string;
  readonly says: string;
}

/** What a command may be given. */
export interface Usage {
  /** The lines after `Usage:`. */
  readonly lines: readonly string[];
  /** Commands to choose from, each with what it is for. */
  readonly commands?: Readonly<Record<string, string>>;
  readonly options: readonly OptionRow[];
  readonly description: string;
  /** Whether words and options together are a way to use it. */
  readonly fits: (words: ParsedWords) => boolean;
}

export interface ParsedWords {
  /** All that is no option. */
  readonly operands: readonly string[];
  /** By the long name. */
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

type Parsed =
  | { readonly kind: 'words'; readonly words: ParsedWords }
  | { readonly kind: 'help' }
  | { readonly kind: 'misuse' };

const MISUSE: Parsed = { kind: 'misuse' };

export function parseWords(words: readonly string[], usage: Usage): Parsed {
  const parser = new Parser(words, usage.options);
  if (!parser.run()) return MISUSE;
  if (parser.flags.has('--help')) return { kind: 'help' };
  const { operands, values, flags } = parser;
  const parsed = { operands, values, flags };
  return !parser.isTwice && usage.fits(parsed) ? { kind: 'words', words: parsed } : MISUSE;
}

/** The same, but that all after the first operand is operands too. */
export function parseLeading(words: readonly string[], usage: Usage): Parsed {
  const takesValue = new Set(
    usage.options.flatMap(({ long, short, value }) => (value === undefined ? [] : [long, short])),
  );
  let first = 0;
  while (words[first]?.startsWith('-')) first += takesValue.has(words[first]) ? 2 : 1;
  return parseWords([...words.slice(0, first), '--', ...words.slice(first)], usage);
}

const HELP: OptionRow = { long: '--help', short: '-h', says: 'Show this screen.' };

class Parser {
  readonly operands: string[] = [];
  readonly values = new Map<string, string>();
  readonly flags = new Set<string>();
  /** Whether an option was given a second time, which no way of use has. */
  isTwice = false;
  readonly #words: string[];
  readonly #options: readonly OptionRow[];

  constructor(words: readonly string[], options: readonly OptionRow[]) {
    this.#words = [...words];
    this.#options = [HELP, ...options];
  }

  /** @returns whether every option was one, and had its value */
  run(): boolean {
    for (let word = this.#words.shift(); word !== undefined; word = this.#words.shift()) {
      if (word === '--') {
        this.operands.push(...this.#words);
        return true;
      }
      if (word.startsWith('--')) {
        if (!this.#takeLong(word)) return false;
      } else if (word.startsWith('-') && word !== '-') {
        if (!this.#takeShort(word.slice(1))) return false;
      } else this.operands.push(word);
    }
    return true;
  }

  #takeLong(word: string): boolean {
    const [name = '', ...rest] = word.split('=');
    const begun = this.#options.filter(({ long }) => long.startsWith(name));
    const option = this.#options.find(({ long }) => long === name) ?? begun[0];
    if (option === undefined || (option.long !== name && begun.length > 1)) return false;
    const attached = rest.length === 0 ? undefined : rest.join('=');
    if (option.value === undefined) return attached === undefined && this.#put(option, undefined);
    return this.#put(option, attached ?? this.#words.shift());
  }

  #takeShort(letters: string): boolean {
    for (let at = 0; at < letters.length; at++) {
      const option = this.#options.find(({ short }) => short === `-${letters[at]}`);
      if (option === undefined) return false;
      if (option.value !== undefined) {
        return this.#put(option, letters.slice(at + 1) || this.#words.shift());
      }
      this.#put(option, undefined);
    }
    return true;
  }

  #put({ long, value: takes }: OptionRow, value: string | undefined): boolean {
    this.isTwice ||= this.values.has(long) || this.flags.has(long);
    if (takes === undefined) this.flags.add(long);
    else if (value === undefined) return false;
    else this.values.set(long, value);
    return true;
  }
}

/** What docopt prints where the words fit no way of use. */
export function usageText({ lines }: Usage): string {
  return ['Usage:', ...lines.map((line) => `  ${line}`)].join('\n');
}

const OPTION_WIDTH = 28;
const COMMAND_WIDTH = 12;

export function helpText(usage: Usage): string {
  const commands = Object.entries(usage.commands ?? {}).map(
    ([name, says]) => `    ${name.padEnd(COMMAND_WIDTH)} ${says}`,
  );
  const options = [HELP, ...usage.options].map(({ long, short, value, says }) => {
    const name = value === undefined ? long : `${long}=<${value}>`;
    return `  ${`${short ?? '  '} ${name}`.padEnd(OPTION_WIDTH)} ${says}`;
  });
  return [
    usageText(usage),
    ...(commands.length === 0 ? [] : ['', ...commands]),
    '',
    'Options:',
    ...options,
    '',
    'Description:',
    ...usage.description.split('\n').map((line) => (line === '' ? '' : `  ${line}`)),
  ].join('\n');
}
