/** From pieces to a tree (Go's text/template/parse/parse.go), without `define` and its like. */
import { lexTemplate, type Piece } from './lex-template';
import { TemplateError } from './template-error';

export type Operand =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** `.Spec.CIDR`, `$pool.Spec`, `$`: fields of the dot or of a variable. */
  | {
      readonly kind: 'fields';
      readonly variable: string | undefined;
      readonly names: readonly string[];
    }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'pipeline'; readonly pipeline: Pipeline; readonly names: readonly string[] };

export interface Pipeline {
  /** Those that are set: `$x := …`, and two of a `range`. */
  readonly variables: readonly string[];
  /** Each of operands; what one command yields is the next one's last operand. */
  readonly commands: readonly (readonly Operand[])[];
}

type BlockKind = 'if' | 'range' | 'with';

export interface BlockNode {
  readonly kind: BlockKind;
  readonly pipeline: Pipeline;
  readonly body: readonly TemplateNode[];
  readonly otherwise: readonly TemplateNode[];
}

export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly pipeline: Pipeline }
  | BlockNode;

/** @throws TemplateError */
export function parseTemplate(source: string): readonly TemplateNode[] {
  const reader = new Reader(lexTemplate(source));
  const nodes = reader.nodes();
  if (reader.ended !== undefined)
    throw new TemplateError(`unexpected {{${reader.ended.join(' ')}}}`);
  return nodes;
}

const BLOCKS: readonly string[] = ['if', 'range', 'with'] satisfies readonly BlockKind[];

/** Goes over the pieces; a block's end stops it. */
class Reader {
  /** What stopped the last list of nodes: `end`, `else`, `else if …`. */
  ended: readonly string[] | undefined;
  readonly #pieces: readonly Piece[];
  #at = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  nodes(): readonly TemplateNode[] {
    const nodes: TemplateNode[] = [];
    this.ended = undefined;
    for (let piece = this.#next(); piece !== undefined; piece = this.#next()) {
      if (piece.kind === 'text') nodes.push(piece);
      else {
        const [keyword = '', ...rest] = piece.tokens;
        if (keyword === 'end' || keyword === 'else') {
          this.ended = piece.tokens;
          return nodes;
        }
        nodes.push(this.#node(keyword, rest, piece.tokens));
      }
    }
    return nodes;
  }

  #next(): Piece | undefined {
    return this.#pieces[this.#at++];
  }

  #node(keyword: string, rest: readonly string[], tokens: readonly string[]): TemplateNode {
    if (isBlock(keyword)) return this.#block(keyword, rest);
    return { kind: 'action', pipeline: parsePipeline(tokens) };
  }

  #block(kind: BlockKind, condition: readonly string[]): TemplateNode {
    const pipeline = parsePipeline(condition);
    const body = this.nodes();
    const [keyword, next = '', ...rest] = this.#end();
    if (keyword === 'end') return { kind, pipeline, body, otherwise: [] };
    // `else if` needs no end of its own.
    if (isBlock(next)) return { kind, pipeline, body, otherwise: [this.#block(next, rest)] };
    const otherwise = this.nodes();
    if (this.#end()[0] !== 'end') throw new TemplateError('expected end; found {{else}}');
    return { kind, pipeline, body, otherwise };
  }

  #end(): readonly string[] {
    const { ended } = this;
    this.ended = undefined;
    if (ended === undefined) throw new TemplateError('unexpected EOF');
    return ended;
  }
}

function isBlock(word: string): word is BlockKind {
  return BLOCKS.includes(word);
}

function parsePipeline(tokens: readonly string[]): Pipeline {
  const assigned = tokens.findIndex((token) => token === ':=' || token === '=');
  const variables = tokens.slice(0, Math.max(assigned, 0)).filter((token) => token !== ',');
  const rest = tokens.slice(assigned + 1);
  if (rest.length === 0) throw new TemplateError('missing value for command');
  const commands: Operand[][] = [[]];
  for (let at = 0; at < rest.length; at++) {
    const token = rest[at] ?? '';
    if (token === '|') commands.push([]);
    else if (token === '(') {
      const end = closing(rest, at);
      const names = namesOf(rest[end + 1]?.startsWith('.') ? (rest[end + 1] ?? '') : '');
      const pipeline = parsePipeline(rest.slice(at + 1, end));
      commands.at(-1)?.push({ kind: 'pipeline', pipeline, names });
      at = names.length > 0 ? end + 1 : end;
    } else commands.at(-1)?.push(operandOf(token));
  }
  if (commands.some(({ length }) => length === 0)) {
    throw new TemplateError('missing value for command');
  }
  return { variables, commands };
}

function closing(tokens: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    if (tokens[at] === '(') depth++;
    if (tokens[at] === ')' && --depth === 0) return at;
  }
  throw new TemplateError('unclosed left paren');
}

const LITERALS: Readonly<Record<string, boolean | null>> = { true: true, false: false, nil: null };

function operandOf(token: string): Operand {
  if (/^["'`]/.test(token)) return { kind: 'literal', value: unquoted(token) };
  if (/^-?\d/.test(token)) return { kind: 'literal', value: Number(token) };
  if (token.startsWith('$')) {
    const [variable = '', ...names] = token.split('.');
    return { kind: 'fields', variable, names };
  }
  if (token.startsWith('.')) return { kind: 'fields', variable: undefined, names: namesOf(token) };
  const literal = Object.hasOwn(LITERALS, token) ? LITERALS[token] : undefined;
  if (literal !== undefined) return { kind: 'literal', value: literal };
  return { kind: 'function', name: token };
}

function namesOf(token: string): readonly string[] {
  return token.split('.').filter((name) => name !== '');
}

function unquoted(token: string): string {
  const inner = token.slice(1, -1);
  if (token.startsWith('`')) return inner;
  return String(JSON.parse(`"${token.startsWith("'") ? inner.replaceAll('"', '\\"') : inner}"`));
}
