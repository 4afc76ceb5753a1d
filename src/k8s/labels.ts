/**
 * Labels, and Calico's language to select by them (libcalico-go, lib/selector/parser): parsed once,
 * asked often.
 *
 *     all()   has(disk)   zone == 'a'   zone != 'a'   zone in {'a','b'}   zone not in {'a'}
 *     zone contains 'x'   zone starts with 'x'   zone ends with 'x'   !…   … && …   … || …   (…)
 */
import { readSelectorTokens, type SelectorToken } from './selector-tokens';

export type Labels = Readonly<Record<string, string>>;
export type LabelPredicate = (labels: Labels) => boolean;

interface BadSelector {
  readonly kind: 'bad-selector';
  /** Counted from 1, within the selector. */
  readonly column: number;
  readonly reason: string;
}

export interface Selector {
  readonly kind: 'selector';
  readonly text: string;
  readonly matches: LabelPredicate;
}

/** Reads a selector; the empty one selects all, as in Calico. */
export function parseSelector(text: string): Selector | BadSelector {
  if (text.trim() === '') return { kind: 'selector', text, matches: () => true };
  const parser = new SelectorParser(readSelectorTokens(text));
  try {
    return { kind: 'selector', text, matches: parser.parse() };
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error;
    return { kind: 'bad-selector', column: error.column, reason: error.message };
  }
}

/** The literal form, for code and tests that know their selector is well formed. */
export function selector(text: string): Selector {
  const parsed = parseSelector(text);
  if (parsed.kind === 'bad-selector') throw new RangeError(`${text}: ${parsed.reason}`);
  return parsed;
}

/** How many parentheses and negations may stand in one another. */
const DEPTH_MAX = 100;

class SelectorError extends Error {
  override readonly name = 'SelectorError';
  readonly column: number;

  constructor(token: SelectorToken, expected: string) {
    const found = token.kind === 'end' ? 'its end' : JSON.stringify(token.text);
    super(`expected ${expected} at column ${token.column}, found ${found}`);
    this.column = token.column;
  }
}

/** Recursive descent; `||` binds weaker than `&&`, and that weaker than `!`. */
class SelectorParser {
  readonly #tokens: readonly SelectorToken[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly SelectorToken[]) {
    this.#tokens = tokens;
  }

  parse(): LabelPredicate {
    const whole = this.#either();
    if (this.#next.kind !== 'end') throw new SelectorError(this.#next, '&& or ||');
    return whole;
  }

  get #next(): SelectorToken {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', column: 1 };
  }

  #take(text: string): boolean {
    const isNext = this.#next.kind !== 'text' && this.#next.text === text;
    if (isNext) this.#at++;
    return isNext;
  }

  #require(text: string): void {
    if (!this.#take(text)) throw new SelectorError(this.#next, text);
  }

  #either(): LabelPredicate {
    const parts = [this.#both()];
    while (this.#take('||')) parts.push(this.#both());
    return parts.length === 1
      ? (parts[0] as LabelPredicate)
      : (labels) => parts.some((p) => p(labels));
  }

  #both(): LabelPredicate {
    const parts = [this.#one()];
    while (this.#take('&&')) parts.push(this.#one());
    return parts.length === 1
      ? (parts[0] as LabelPredicate)
      : (labels) => parts.every((p) => p(labels));
  }

  #one(): LabelPredicate {
    if (++this.#depth > DEPTH_MAX) throw new SelectorError(this.#next, 'less nesting');
    const predicate = this.#negationOrTerm();
    this.#depth--;
    return predicate;
  }

  #negationOrTerm(): LabelPredicate {
    if (this.#take('!')) {
      const negated = this.#one();
      return (labels) => !negated(labels);
    }
    if (this.#take('(')) {
      const inner = this.#either();
      this.#require(')');
      return inner;
    }
    const token = this.#next;
    if (token.kind !== 'label') throw new SelectorError(token, 'a label, all(), has(…), ! or (');
    this.#at++;
    return this.#next.text === '(' && this.#next.kind === 'symbol'
      ? this.#call(token)
      : this.#comparison(token.text);
  }

  #call(name: SelectorToken): LabelPredicate {
    if (name.text !== 'all' && name.text !== 'has' && name.text !== 'global') {
      throw new SelectorError(name, 'all() or has(…)');
    }
    this.#require('(');
    const label = name.text === 'has' ? this.#labelName() : undefined;
    this.#require(')');
    return label === undefined ? () => true : (labels) => Object.hasOwn(labels, label);
  }

  #labelName(): string {
    if (this.#next.kind !== 'label') throw new SelectorError(this.#next, 'a label');
    return this.#tokens[this.#at++]?.text ?? '';
  }

  /** A label that is not there equals nothing, is in no set, and differs from all. */
  #comparison(label: string): LabelPredicate {
    const valueIn = (labels: Labels) => (Object.hasOwn(labels, label) ? labels[label] : undefined);
    const test = this.#operator();
    return (labels) => test(valueIn(labels));
  }

  #operator(): (value: string | undefined) => boolean {
    if (this.#take('==')) {
      const wanted = this.#text();
      return (value) => value === wanted;
    }
    if (this.#take('!=')) {
      const unwanted = this.#text();
      return (value) => value !== unwanted;
    }
    if (this.#take('in')) {
      const wanted = this.#set();
      return (value) => value !== undefined && wanted.has(value);
    }
    if (this.#take('not')) {
      this.#require('in');
      const unwanted = this.#set();
      return (value) => value === undefined || !unwanted.has(value);
    }
    return this.#partOperator();
  }

  #partOperator(): (value: string | undefined) => boolean {
    if (this.#take('contains')) {
      const part = this.#text();
      return (value) => value?.includes(part) ?? false;
    }
    if (this.#take('starts')) {
      this.#require('with');
      const start = this.#text();
      return (value) => value?.startsWith(start) ?? false;
    }
    if (this.#take('ends')) {
      this.#require('with');
      const end = this.#text();
      return (value) => value?.endsWith(end) ?? false;
    }
    throw new SelectorError(this.#next, '==, !=, in, not in, contains, starts with or ends with');
  }

  #text(): string {
    if (this.#next.kind !== 'text') throw new SelectorError(this.#next, 'a text in quotes');
    return this.#tokens[this.#at++]?.text ?? '';
  }

  #set(): ReadonlySet<string> {
    this.#require('{');
    const members = new Set<string>();
    if (this.#take('}')) return members;
    do members.add(this.#text());
    while (this.#take(','));
    this.#require('}');
    return members;
  }
}
