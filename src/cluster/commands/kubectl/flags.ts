/**
 * Options as kubectl reads them (spf13/pflag): `-o wide`, `-owide`, `-o=wide`, `--output wide` and
 * `--output=wide` are the same, options may stand behind operands, and `--` ends them.
 */
import { usageError } from './complaint';

/** What an option takes: nothing but perhaps `=true`, a text, or a whole number. */
type FlagValue = 'switch' | 'text' | 'number';

export interface Flag {
  readonly name: string;
  /** The short form, one letter. */
  readonly letter?: string;
  readonly takes: FlagValue;
  /** What it means where it stands alone, of those that need no value: `--dry-run`. */
  readonly alone?: string;
  /** Real, but without effect here, so that it is refused where somebody gives it. */
  readonly isUnmodelled?: true;
}

export interface Words {
  readonly operands: readonly string[];
  /** How many operands stand before `--`; `undefined` where there is none. */
  readonly dashAt: number | undefined;
  has(name: string): boolean;
  /** Of a switch: whether it was given, and not as `=false`. */
  isOn(name: string): boolean;
  /** The last one that was given. */
  text(name: string): string | undefined;
  /** All that were given, in order. */
  texts(name: string): readonly string[];
}

/** @param verb of which the usage is, for complaints: `get`. @throws KubectlError */
export function readFlags(words: readonly string[], flags: readonly Flag[], verb: string): Words {
  const reader = new FlagReader(words, flags, verb);
  reader.readAll();
  const { given, operands, dashAt } = reader;
  return {
    operands,
    dashAt,
    has: (name) => given.has(name),
    isOn: (name) => (given.get(name)?.at(-1) ?? 'false') === 'true',
    text: (name) => given.get(name)?.at(-1),
    texts: (name) => given.get(name) ?? [],
  };
}

const TRUTHS: ReadonlyMap<string, string> = new Map([
  ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((word) => [word, 'true'] as const),
  ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((word) => [word, 'false'] as const),
]);

class FlagReader {
  readonly given = new Map<string, string[]>();
  readonly operands: string[] = [];
  dashAt: number | undefined;
  readonly #words: readonly string[];
  readonly #flags: readonly Flag[];
  readonly #verb: string;
  #at = 0;

  constructor(words: readonly string[], flags: readonly Flag[], verb: string) {
    this.#words = words;
    this.#flags = flags;
    this.#verb = verb;
  }

  readAll(): void {
    while (this.#at < this.#words.length) {
      const word = this.#words[this.#at++] ?? '';
      if (word === '--') {
        this.dashAt = this.operands.length;
        this.operands.push(...this.#words.slice(this.#at));
        return;
      }
      if (word.startsWith('--')) this.#readLong(word.slice(2));
      else if (word.startsWith('-') && word.length > 1) this.#readShort(word.slice(1));
      else this.operands.push(word);
    }
  }

  #readLong(text: string): void {
    const end = text.indexOf('=');
    const name = end < 0 ? text : text.slice(0, end);
    const flag = this.#flags.find((one) => one.name === name);
    if (flag === undefined) throw usageError(`unknown flag: --${name}`, this.#verb);
    if (end >= 0) this.#keep(flag, text.slice(end + 1));
    else this.#keep(flag, aloneValue(flag) ?? this.#nextWord(`--${name}`));
  }

  #readShort(letters: string): void {
    for (let at = 0; at < letters.length; at++) {
      const letter = letters.charAt(at);
      const shown = `'${letter}' in -${letters.slice(at)}`;
      const flag = this.#flags.find((one) => one.letter === letter);
      if (flag === undefined) throw usageError(`unknown shorthand flag: ${shown}`, this.#verb);
      const rest = letters.slice(at + 1);
      const alone = aloneValue(flag);
      if (alone === undefined || rest.startsWith('=')) {
        const value = rest === '' ? this.#nextWord(shown) : rest.replace(/^=/, '');
        this.#keep(flag, value);
        return;
      }
      this.#keep(flag, alone);
    }
  }

  #nextWord(shown: string): string {
    const word = this.#words[this.#at++];
    if (word === undefined) throw usageError(`flag needs an argument: ${shown}`, this.#verb);
    return word;
  }

  #keep(flag: Flag, text: string): void {
    const value = flag.takes === 'switch' ? TRUTHS.get(text) : text;
    const isBadNumber = flag.takes === 'number' && !/^[-+]?\d+$/.test(text);
    if (value === undefined || isBadNumber) throw this.#badValue(flag, text);
    const values = this.given.get(flag.name);
    if (values === undefined) this.given.set(flag.name, [value]);
    else values.push(value);
  }

  #badValue({ name, letter, takes }: Flag, text: string) {
    const shown = letter === undefined ? `--${name}` : `-${letter}, --${name}`;
    const parser = takes === 'switch' ? 'ParseBool' : 'ParseInt';
    const why = `strconv.${parser}: parsing ${JSON.stringify(text)}: invalid syntax`;
    return usageError(
      `invalid argument ${JSON.stringify(text)} for "${shown}" flag: ${why}`,
      this.#verb,
    );
  }
}

function aloneValue({ takes, alone }: Flag): string | undefined {
  return takes === 'switch' ? 'true' : alone;
}
