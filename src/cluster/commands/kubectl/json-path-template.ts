/**
 * The grammar of kubectl's JSONPath templates (k8s.io/client-go, util/jsonpath/parser.go).
 */
import type { Json } from '../go-yaml';
import { ownError } from './complaint';

export type PathStep =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'all' }
  /** `..`: the value itself and all below it. */
  | { readonly kind: 'deep' }
  | { readonly kind: 'index'; readonly at: number }
  | {
      readonly kind: 'slice';
      readonly from: number | undefined;
      readonly to: number | undefined;
      readonly by: number;
    }
  | {
      readonly kind: 'filter';
      readonly left: readonly PathStep[];
      readonly operator: FilterOperator;
      readonly right: FilterOperand;
    }
  | { readonly kind: 'union'; readonly members: readonly (readonly PathStep[])[] };

type FilterOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'exists';

type FilterOperand =
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'path'; readonly steps: readonly PathStep[] };

interface Path {
  readonly steps: readonly PathStep[];
  /** `$`: whatever the loop is at. */
  readonly isFromRoot: boolean;
}

export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | (Path & { readonly kind: 'path' })
  | (Path & { readonly kind: 'range'; readonly body: readonly TemplateNode[] });

/** Text, or braces; a brace in quotes is text. */
const PIECE = /\{((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^{}"'])*)\}|([^{]+)|(\{)/g;

/** @throws KubectlError where it is no template */
export function parseTemplate(template: string): readonly TemplateNode[] {
  const open: { readonly path: Path | undefined; readonly body: TemplateNode[] }[] = [
    { path: undefined, body: [] },
  ];
  for (const [, expression, text] of template.matchAll(PIECE)) {
    const top = open.at(-1);
    if (top === undefined) break;
    if (text !== undefined) top.body.push({ kind: 'text', text });
    else if (expression === undefined) throw refusal(template, 'unclosed action');
    else if (expression.trim() === 'end') closeRange(open, template);
    else if (/^\s*range\s/.test(expression)) {
      open.push({ path: readPath(expression.replace(/^\s*range\s+/, ''), template), body: [] });
    } else top.body.push(readAction(expression.trim(), template));
  }
  // What is still open ends with the template.
  while (open.length > 1) closeRange(open, template);
  return open[0]?.body ?? [];
}

function closeRange(
  open: { readonly path: Path | undefined; readonly body: TemplateNode[] }[],
  template: string,
): void {
  const closed = open.pop();
  const outer = open.at(-1);
  if (closed?.path === undefined || outer === undefined) {
    throw ownError(
      `error executing jsonpath ${JSON.stringify(template)}: Error executing template: not in range, nothing to end`,
    );
  }
  outer.body.push({ kind: 'range', ...closed.path, body: closed.body });
}

function readAction(expression: string, template: string): TemplateNode {
  const quoted = /^"((?:[^"\\]|\\.)*)"$|^'((?:[^'\\]|\\.)*)'$/.exec(expression);
  if (quoted) return { kind: 'text', text: unescaped(quoted[1] ?? quoted[2] ?? '') };
  return { kind: 'path', ...readPath(expression, template) };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter);
}

const FIELD = /^\.?((?:[^.[\]{}\s\\]|\\.)+)/;
const BRACKET =
  /^\[((?:\?\((?:"[^"]*"|'[^']*'|[^()"'])*\)|'[^']*'|"[^"]*"|[^[\]'"]|\[[^\]]*\])*)\]/;

function readPath(text: string, template: string): Path {
  const isFromRoot = text.startsWith('$');
  let rest = text.replace(/^[$@]/, '').trim();
  const steps: PathStep[] = [];
  while (rest !== '' && rest !== '.') {
    const bracket = BRACKET.exec(rest);
    const field = FIELD.exec(rest);
    if (rest.startsWith('..')) {
      steps.push({ kind: 'deep' });
      rest = rest.slice(rest[2] === '[' ? 2 : 1);
    } else if (bracket) {
      steps.push(readBracket((bracket[1] ?? '').trim(), template));
      rest = rest.slice(bracket[0].length);
    } else if (field) {
      const name = (field[1] ?? '').replace(/\\(.)/g, '$1');
      steps.push(name === '*' ? { kind: 'all' } : { kind: 'field', name });
      rest = rest.slice(field[0].length);
    } else {
      throw refusal(template, `unrecognized character in action: ${JSON.stringify(rest)}`);
    }
  }
  return { steps, isFromRoot };
}

function readBracket(inside: string, template: string): PathStep {
  const filter = /^\?\((.*)\)$/.exec(inside);
  if (filter) return readFilter((filter[1] ?? '').trim(), template);
  const members = inside.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).map((part) => part.trim());
  const ways = members.map((member) => readMember(member, template));
  const [only] = ways;
  const [step] = only ?? [];
  const isPlain = ways.length === 1 && only?.length === 1;
  return isPlain && step !== undefined ? step : { kind: 'union', members: ways };
}

/** A name in quotes may be a way of several names. */
function readMember(member: string, template: string): readonly PathStep[] {
  if (member === '*') return [{ kind: 'all' }];
  const quoted = /^'([^']*)'$|^"([^"]*)"$/.exec(member);
  if (quoted) return readPath(quoted[1] ?? quoted[2] ?? '', template).steps;
  if (/^-?\d+$/.test(member)) return [{ kind: 'index', at: Number(member) }];
  const range = /^(-?\d*):(-?\d*)(?::(\d*))?$/.exec(member);
  if (!range) throw refusal(template, `invalid array index ${member}`);
  const [from, to, by] = range.slice(1).map((text) => (text ? Number(text) : undefined));
  return [{ kind: 'slice', from, to, by: by || 1 }];
}

const COMPARISON = /^(.+?)\s*(==|!=|<=|>=|<|>)\s*(.+)$/;

function readFilter(text: string, template: string): PathStep {
  const comparison = COMPARISON.exec(text);
  if (!comparison) {
    const { steps } = readPath(text, template);
    return {
      kind: 'filter',
      left: steps,
      operator: 'exists',
      right: { kind: 'literal', value: null },
    };
  }
  const [, left = '', operator = '', right = ''] = comparison;
  return {
    kind: 'filter',
    left: readPath(left, template).steps,
    operator: operator as FilterOperator,
    right: readOperand(right.trim(), template),
  };
}

function readOperand(text: string, template: string): FilterOperand {
  const quoted = /^"(.*)"$|^'(.*)'$/.exec(text);
  if (quoted) return { kind: 'literal', value: unescaped(quoted[1] ?? quoted[2] ?? '') };
  if (/^-?\d+(\.\d+)?$/.test(text)) return { kind: 'literal', value: Number(text) };
  if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true' };
  return { kind: 'path', steps: readPath(text, template).steps };
}

function refusal(template: string, why: string) {
  return ownError(`error parsing jsonpath ${template}, ${why}`);
}
