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
  /** `complaint` is what docopt says of the word that it stumbled over; of most it says nothing. */
  | { readonly kind: 'misuse'; readonly complaint: string };

export function parseWords(words: readonly string[], usage: Usage): Parsed {
  const parser = new Parser(words, usage.options);
  const complaint = parser.run();
  if (complaint !== undefined) return { kind: 'misuse', complaint };
  if (parser.flags.has('--help')) return { kind: 'help' };
  const { operands, values, flags, isMisfit } = parser;
  const parsed = { operands, values, flags };
  if (isMisfit || !usage.fits(parsed)) return { kind: 'misuse', complaint: '' };
  return { kind: 'words', words: parsed };
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

export const HELP: OptionRow = { long: '--help', short: '-h', says: 'Show this screen.' };

class Parser {
  readonly operands: string[] = [];
  readonly values = new Map<string, string>();
  readonly flags = new Set<string>();
  /** Whether there is an option that no way of use has, or one for the second time. */
  isMisfit = false;
  readonly #words: string[];
  readonly #options: readonly OptionRow[];

  constructor(words: readonly string[], options: readonly OptionRow[]) {
    this.#words = [...words];
    this.#options = [HELP, ...options];
  }

  /** @returns what is wrong with a word */
  run(): string | undefined {
    for (let word = this.#words.shift(); word !== undefined; word = this.#words.shift()) {
      if (word === '--') {
        this.operands.push(...this.#words);
        return undefined;
      }
      const complaint = this.#take(word);
      if (complaint !== undefined) return complaint;
    }
    return undefined;
  }

  #take(word: string): string | undefined {
    if (word.startsWith('--')) return this.#takeLong(word);
    if (word.startsWith('-') && word !== '-') return this.#takeShort(word.slice(1));
    this.operands.push(word);
    return undefined;
  }

  #takeLong(word: string): string | undefined {
    const [name = '', ...rest] = word.split('=');
    const attached = rest.length === 0 ? undefined : rest.join('=');
    const exact = this.#options.filter(({ long }) => long === name);
    const begun = this.#options.filter(({ long }) => long.startsWith(name));
    const [option, ...others] = exact.length > 0 ? exact : begun;
    if (option !== undefined && others.length > 0) {
      const names = [option, ...others].map(({ long }) => long);
      return `${name} is not a unique prefix: ${names.join(', ')}?`;
    }
    if (option === undefined) {
      this.isMisfit = true;
      return undefined;
    }
    if (option.value === undefined && attached !== undefined) {
      return `${option.long} must not have an argument`;
    }
    return this.#put(option, option.long, attached);
  }

  #takeShort(letters: string): string | undefined {
    for (let at = 0; at < letters.length; at++) {
      const name = `-${letters[at]}`;
      const option = this.#options.find(({ short }) => short === name);
      if (option === undefined) this.isMisfit = true;
      else if (option.value !== undefined) {
        return this.#put(option, name, letters.slice(at + 1) || undefined);
      } else this.#put(option, name, undefined);
    }
    return undefined;
  }

  /** @param attached the value, where it stands in the same word */
  #put({ long, value }: OptionRow, name: string, attached: string | undefined): string | undefined {
    this.isMisfit ||= this.values.has(long) || this.flags.has(long);
    if (value === undefined) {
      this.flags.add(long);
      return undefined;
    }
    const given = attached ?? (this.#words[0] === '--' ? undefined : this.#words.shift());
    if (given === undefined) return `${name} requires argument`;
    this.values.set(long, given);
    return undefined;
  }
}
