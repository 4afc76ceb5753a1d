/**
 * The grammar of filters (libpcap 1.10, grammar.y). `and` and `or` bind alike, from the left; a word
 * without qualifiers has those of the word before it: `host a or b`.
 */
import { notModelled } from '../../command';
import type { AddressKind, Direction, Expression, Primitive, Qualifiers, Word } from './expression';
import { beginsArithmetic, parseRelation } from './parse-arithmetic';
import { FilterSyntaxError, TokenStream } from './token-stream';
import { isProtocolName, tokensOf } from './tokens';

/** An expression, and the qualifiers that it leaves to the word behind it. */
interface Parsed {
  readonly expression: Expression;
  readonly qualifiers: Qualifiers | undefined;
}

const ADDRESS_KINDS: readonly AddressKind[] = ['host', 'net', 'port', 'portrange'];
const OTHER_KINDS: readonly AddressKind[] = ['proto', 'protochain', 'gateway'];

/**
 * Reads a filter that is not empty.
 * @param check told of each primitive as soon as it is read, for what is wrong with it is said
 * before what is wrong behind it
 */
export function parseFilter(text: string, check: (primitive: Primitive) => void): Expression {
  const stream = new TokenStream(tokensOf(text));
  const { expression } = new FilterParser(stream, check).expression(undefined);
  if (stream.peek().kind !== 'end') throw stream.fault();
  return expression;
}

class FilterParser {
  readonly #stream: TokenStream;
  readonly #check: (primitive: Primitive) => void;

  constructor(stream: TokenStream, check: (primitive: Primitive) => void) {
    this.#stream = stream;
    this.#check = check;
  }

  /** `inherited` is what stands before the bracket that this is in. */
  expression(inherited: Qualifiers | undefined): Parsed {
    const stream = this.#stream;
    let left = this.#term(inherited);
    for (;;) {
      const kind = this.#joint();
      if (kind === undefined) return left;
      const before = left.qualifiers;
      const right = this.#beginsWord()
        ? { expression: this.#word(before), qualifiers: before }
        : this.#term(before);
      left = {
        expression: { kind, left: left.expression, right: right.expression },
        qualifiers: right.qualifiers,
      };
      if (stream.peek().kind === 'end') return left;
    }
  }

  #joint(): 'and' | 'or' | undefined {
    if (this.#stream.take('keyword', 'and')) return 'and';
    return this.#stream.take('keyword', 'or') ? 'or' : undefined;
  }

  /** Whether a word comes that has no qualifiers of its own, behind any `not` and brackets. */
  #beginsWord(): boolean {
    const stream = this.#stream;
    if (beginsArithmetic(stream)) return false;
    let ahead = 0;
    while (stream.is('keyword', 'not', ahead) || stream.is('symbol', '(', ahead)) ahead += 1;
    const { kind } = stream.peek(ahead);
    return (
      kind === 'name' ||
      kind === 'address' ||
      kind === 'mac' ||
      kind === 'ipv6' ||
      (kind === 'number' && !this.#isComputed(ahead))
    );
  }

  #isComputed(ahead: number): boolean {
    const behind = this.#stream.peek(ahead + 1);
    return behind.kind === 'symbol' && behind.text !== ')';
  }

  #term(inherited: Qualifiers | undefined): Parsed {
    const stream = this.#stream;
    if (stream.take('keyword', 'not')) {
      const { expression, qualifiers } = stream.nested(() => this.#term(inherited));
      return { expression: { kind: 'not', of: expression }, qualifiers };
    }
    if (beginsArithmetic(stream)) return this.#alone(parseRelation(stream));
    if (stream.take('symbol', '(')) {
      const { expression } = stream.nested(() => this.expression(inherited));
      stream.expect(')');
      return { expression, qualifiers: inherited };
    }
    return this.#qualified();
  }

  /** A primitive behind which no word can stand without qualifiers. */
  #alone(primitive: Primitive): Parsed {
    this.#check(primitive);
    return { expression: primitive, qualifiers: undefined };
  }

  #qualified(): Parsed {
    const stream = this.#stream;
    const protocol = this.#protocol();
    const direction = this.#direction();
    const address = [...ADDRESS_KINDS, ...(direction === undefined ? OTHER_KINDS : [])].find(
      (kind) => stream.take('keyword', kind),
    );
    if (direction !== undefined || address !== undefined) {
      const qualifiers = { protocol, direction, address };
      return { expression: this.#word(qualifiers), qualifiers };
    }
    if (stream.take('keyword', 'broadcast')) return this.#alone({ kind: 'broadcast', protocol });
    if (stream.take('keyword', 'multicast')) return this.#alone({ kind: 'multicast', protocol });
    if (protocol !== undefined) return this.#alone({ kind: 'protocol', protocol });
    return this.#alone(this.#other());
  }

  #protocol(): string | undefined {
    const token = this.#stream.peek();
    if (token.kind !== 'keyword' || !isProtocolName(token.text)) return undefined;
    this.#stream.next();
    return token.text;
  }

  #direction(): Direction | undefined {
    const stream = this.#stream;
    const first = stream.take('keyword', 'src') ? 'src' : stream.take('keyword', 'dst') && 'dst';
    if (first === false) return undefined;
    const other = first === 'src' ? 'dst' : 'src';
    for (const joint of ['or', 'and'] as const) {
      if (!stream.is('keyword', joint) || !stream.is('keyword', other, 1)) continue;
      stream.next();
      stream.next();
      return `src ${joint} dst`;
    }
    return first;
  }

  #other(): Primitive {
    const stream = this.#stream;
    for (const kind of ['less', 'greater', 'ifindex'] as const) {
      if (stream.take('keyword', kind)) return { kind, value: stream.number() };
    }
    for (const kind of ['inbound', 'outbound'] as const) {
      if (stream.take('keyword', kind)) return { kind };
    }
    const token = stream.peek();
    const isReal = token.kind === 'keyword' && !['and', 'or', 'not', 'mask'].includes(token.text);
    throw isReal ? notModelled(`the filter primitive ${token.text}`) : stream.fault();
  }

  /** A word, `not` and a word, or words in brackets, all with the same qualifiers. */
  #word(qualifiers: Qualifiers | undefined): Expression {
    const stream = this.#stream;
    if (stream.take('keyword', 'not')) {
      return stream.nested(() => ({ kind: 'not', of: this.#word(qualifiers) }) as const);
    }
    if (stream.take('symbol', '(')) return stream.nested(() => this.#words(qualifiers));
    const primitive: Primitive = { kind: 'word', word: this.#plainWord(), qualifiers };
    this.#check(primitive);
    return primitive;
  }

  #words(qualifiers: Qualifiers | undefined): Expression {
    let left = this.#word(qualifiers);
    for (let kind = this.#joint(); kind !== undefined; kind = this.#joint()) {
      left = { kind, left, right: this.#word(qualifiers) };
    }
    this.#stream.expect(')');
    return left;
  }

  #plainWord(): Word {
    const stream = this.#stream;
    const token = stream.peek();
    switch (token.kind) {
      case 'name':
      case 'number':
      case 'mac':
        stream.next();
        return token;
      case 'address':
        stream.next();
        return this.#network(token.text);
      case 'ipv6':
        throw notModelled('IPv6 addresses in a filter');
      default:
        throw stream.fault();
    }
  }

  #network(text: string): Word {
    const stream = this.#stream;
    if (stream.take('symbol', '/')) return { kind: 'network', text, bits: stream.number() };
    if (!stream.take('keyword', 'mask')) return { kind: 'address', text };
    const mask = stream.next();
    if (mask.kind !== 'address') throw new FilterSyntaxError(stream.fault().message, 1);
    return { kind: 'masked', text, mask: mask.text };
  }
}
