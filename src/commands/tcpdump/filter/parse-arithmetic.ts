/**
 * `ip[0] & 0xf != 5` and the like: the part of a filter that computes (grammar.y of libpcap 1.10,
 * `arth`). `%` and `^` have no place in its table of precedences; here they go with `*` and `|`.
 */
import type { Arithmetic, ArithmeticOperator, Relation } from './expression';
import type { TokenStream } from './token-stream';
import { isProtocolName } from './tokens';

/** From the loosest to the tightest. */
const LEVELS: readonly (readonly ArithmeticOperator[])[] = [
  ['|', '^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];

const RELATIONS: readonly Relation[] = ['=', '!=', '>', '>=', '<', '<='];

/** Whether what comes next is computed: nothing else begins so. */
export function beginsArithmetic(stream: TokenStream): boolean {
  const token = stream.peek();
  if (token.kind === 'number') return isOperator(stream, 1);
  if (token.kind === 'keyword') {
    return token.text === 'len' || (isProtocolName(token.text) && stream.is('symbol', '[', 1));
  }
  if (token.kind !== 'symbol') return false;
  if (token.text === '-') return true;
  return token.text === '(' && isOperator(stream, stream.distanceToClosing() + 1);
}

function isOperator(stream: TokenStream, ahead: number): boolean {
  const token = stream.peek(ahead);
  if (token.kind !== 'symbol') return false;
  const { text } = token;
  return LEVELS.some((level) => level.some((operator) => operator === text)) || isRelation(text);
}

function isRelation(text: string): boolean {
  return RELATIONS.some((relation) => relation === text);
}

export function parseRelation(stream: TokenStream) {
  const left = parseLevel(stream, 0);
  const relation = RELATIONS.find((candidate) => stream.take('symbol', candidate));
  if (relation === undefined) throw stream.fault();
  return { kind: 'relation', relation, left, right: parseLevel(stream, 0) } as const;
}

function parseLevel(stream: TokenStream, level: number): Arithmetic {
  const operators = LEVELS[level];
  if (operators === undefined) return parseOperand(stream);
  let left = parseLevel(stream, level + 1);
  for (;;) {
    const operator = operators.find((candidate) => stream.take('symbol', candidate));
    if (operator === undefined) return left;
    left = { kind: 'binary', operator, left, right: parseLevel(stream, level + 1) };
  }
}

function parseOperand(stream: TokenStream): Arithmetic {
  if (stream.take('symbol', '-')) {
    return stream.nested(() => ({ kind: 'negative', of: parseOperand(stream) }) as const);
  }
  if (stream.take('symbol', '(')) {
    const inside = stream.nested(() => parseLevel(stream, 0));
    stream.expect(')');
    return inside;
  }
  if (stream.take('keyword', 'len')) return { kind: 'length' };
  const token = stream.peek();
  if (token.kind === 'keyword' && isProtocolName(token.text)) {
    stream.next();
    return parseLoad(stream, token.text);
  }
  return { kind: 'constant', value: stream.number() };
}

function parseLoad(stream: TokenStream, protocol: string): Arithmetic {
  stream.expect('[');
  const offset = stream.nested(() => parseLevel(stream, 0));
  const size = stream.take('symbol', ':') ? stream.number() : 1;
  stream.expect(']');
  return { kind: 'load', protocol, offset, size };
}
