/**
 * The options that a command line gave to one match or target, and what iptables says when they are
 * wrong (libxtables/xtoptions.c).
 */
import { parameterProblem } from './command-error';

/** Option words, `--mark`, with the number of words that follow each. */
export type OptionTable = Readonly<Record<string, 0 | 1 | 2>>;

export interface GivenOption {
  readonly name: string;
  /** Whether a `!` stands before it. */
  readonly inverted: boolean;
  readonly values: readonly string[];
}

export class GivenOptions {
  readonly #extension: string;
  readonly #given: readonly GivenOption[];

  constructor(extension: string, given: readonly GivenOption[]) {
    this.#extension = extension;
    this.#given = given;
  }

  get isEmpty(): boolean {
    return this.#given.length === 0;
  }

  /** The option under any of its spellings. */
  find(...names: readonly string[]): GivenOption | undefined {
    return this.#given.find(({ name }) => names.includes(name));
  }

  has(...names: readonly string[]): boolean {
    return this.find(...names) !== undefined;
  }

  require(...names: readonly string[]): GivenOption {
    const option = this.find(...names);
    if (option !== undefined) return option;
    throw parameterProblem(`${this.#extension}: option "${names[0]}" must be specified\n`);
  }

  /** `value[/mask]`, both decimal, octal or hexadecimal (XTTYPE_MARKMASK32). */
  markOf({ name, values }: GivenOption): { readonly value: number; readonly mask: number } {
    const [value, mask, ...rest] = (values[0] ?? '').split('/').map(parseUnsigned);
    const isGood = value !== undefined && rest.length === 0;
    if (!isGood || (mask === undefined && values[0]?.includes('/'))) {
      throw this.badInteger(name);
    }
    return { value, mask: mask ?? EVERY_BIT };
  }

  numberOf({ name, values }: GivenOption, max: number): number {
    const value = parseUnsigned(values[0] ?? '');
    if (value === undefined || value > max) throw this.badInteger(name);
    return value;
  }

  badInteger(option: string): Error {
    const extension = this.#extension;
    return parameterProblem(
      `${extension}: bad integer value for option "${option}", or out of range.\n`,
    );
  }
}

export const EVERY_BIT = 0xffffffff;

/** As `strtoul(…, 0)`, up to 32 bits. */
export function parseUnsigned(text: string): number | undefined {
  if (!/^(0x[0-9a-f]+|\d+)$/i.test(text)) return undefined;
  const value = /^0\d/.test(text) ? Number.parseInt(text, 8) : Number(text);
  return value <= EVERY_BIT ? value : undefined;
}

/** `0x10000`, or `0x10000/0xf0000` where the mask leaves bits out. */
export function formatMark(value: number, mask: number): string {
  return mask === EVERY_BIT ? hex(value) : `${hex(value)}/${hex(mask)}`;
}

export function hex(bits: number): string {
  return `0x${(bits >>> 0).toString(16)}`;
}

export function negation(inverted: boolean): string {
  return inverted ? '! ' : '';
}
