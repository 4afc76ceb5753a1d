/**
 * Tokens as a parser takes them, one after the other, and what it says where one does not fit.
 */
import { CommandError } from '../../../netfilter/command-error';
import { notModelled } from '../../command';
import type { Token } from './tokens';

const END: Token = { kind: 'end' };
/** More brackets within brackets than this are an attack, not a filter. */
const DEPTH_MAX = 200;
const WORDS_MAX = 2000;

/** The words make no sentence; what was wrong with its parts before has been said already. */
export class FilterSyntaxError extends CommandError {}

export class TokenStream {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    if (tokens.length > WORDS_MAX) throw notModelled(`a filter of over ${WORDS_MAX} words`);
    this.#tokens = tokens;
  }

  /** The token so many places further on; `end` behind the last. */
  peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? END;
  }

  next(): Token {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  is(kind: 'keyword' | 'symbol', text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === kind && token.text === text;
  }

  take(kind: 'keyword' | 'symbol', text: string): boolean {
    const isThere = this.is(kind, text);
    if (isThere) this.#at += 1;
    return isThere;
  }

  expect(symbol: string): void {
    if (!this.take('symbol', symbol)) throw this.fault();
  }

  number(): number {
    const token = this.next();
    if (token.kind === 'number') return token.value;
    this.#at -= 1;
    throw this.fault();
  }

  /** What is between brackets, for as many of them as a stack holds. */
  nested<Result>(body: () => Result): Result {
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX) throw notModelled(`a filter with over ${DEPTH_MAX} brackets`);
    const result = body();
    this.#depth -= 1;
    return result;
  }

  /** The next token does not fit. */
  fault(): FilterSyntaxError {
    const token = this.peek();
    const said = token.kind === 'wrong' ? token.because : '';
    return new FilterSyntaxError(
      `tcpdump: ${said === '' ? "can't parse filter expression: syntax error" : said}`,
      1,
    );
  }

  /** How far on the bracket closes that is next; the number of tokens left where none does. */
  distanceToClosing(): number {
    let depth = 0;
    for (let ahead = 0; ; ahead += 1) {
      const token = this.peek(ahead);
      if (token.kind === 'end') return ahead;
      if (token.kind !== 'symbol') continue;
      if (token.text === '(') depth += 1;
      if (token.text === ')') depth -= 1;
      if (depth === 0) return ahead;
    }
  }
}
