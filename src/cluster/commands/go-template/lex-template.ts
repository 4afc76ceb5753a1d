/**
 * A template's text and its actions (Go's text/template/parse/lex.go): `{{-` and `-}}` take the white
 * space beside them away.
 */
import { TemplateError } from './template-error';

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly tokens: readonly string[] };

const ACTION = /\{\{(- )?((?:"(?:[^"\\]|\\.)*"|`[^`]*`|(?!\}\})[^"`])*?)( -)?\}\}/g;

const TOKEN =
  /\s*(?:("(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)*')|(:=|[()|,=])|(-?\d[\w.]*)|(\$?[\w.]+|\$))/y;

/** @throws TemplateError */
export function lexTemplate(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let trimsNext = false;
  for (const match of source.matchAll(ACTION)) {
    const [whole, trimsBefore, body = '', trimsAfter] = match;
    addText(pieces, source.slice(at, match.index), trimsNext, trimsBefore !== undefined);
    const isComment = /^\/\*[\s\S]*\*\/$/.test(body.trim());
    if (!isComment) pieces.push({ kind: 'action', tokens: tokensOf(body) });
    at = match.index + whole.length;
    trimsNext = trimsAfter !== undefined;
  }
  const rest = source.slice(at);
  if (rest.includes('{{')) throw new TemplateError('unclosed action');
  addText(pieces, rest, trimsNext, false);
  return pieces;
}

function addText(pieces: Piece[], raw: string, trimsStart: boolean, trimsEnd: boolean): void {
  const started = trimsStart ? raw.trimStart() : raw;
  const text = trimsEnd ? started.trimEnd() : started;
  if (text !== '') pieces.push({ kind: 'text', text });
}

function tokensOf(body: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const end = body.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(body);
    if (match === null) {
      throw new TemplateError(`unexpected "${body.slice(from).trim().charAt(0)}" in command`);
    }
    tokens.push(match[0].trim());
  }
  return tokens;
}
