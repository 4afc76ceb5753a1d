/**
 * kubectl's JSONPath templates (k8s.io/client-go, util/jsonpath): text with expressions in braces:
 * `{.items[*].metadata.name}`, `{range .items[*]}…{end}`, `{"\n"}`, `{..name}`, `[?(@.kind=="Pod")]`.
 */
import { goJson } from '../go-json';
import type { Json } from '../go-yaml';
import { isList, isMap } from './api-object';
import { ownError } from './complaint';
import { type PathStep, parseTemplate, type TemplateNode } from './json-path-template';

interface Format {
  readonly name: string;
  readonly argument: string | undefined;
}

/** `-o jsonpath=…` and `-o jsonpath-as-json=…`. */
export function jsonPath({ name, argument }: Format, value: Json): string {
  if (argument === undefined || argument === '') {
    throw ownError('template format specified but no template given');
  }
  const nodes = parseTemplate(argument);
  if (name === 'jsonpath') return renderNodes(nodes, value, value);
  const values = nodes.flatMap((node) => (node.kind === 'path' ? walk([value], node.steps) : []));
  return `${goJson(values, 4)}\n`;
}

/** All values to which a template's paths lead. */
export function valuesAt(value: Json, template: string): readonly Json[] {
  return parseTemplate(template).flatMap((node) =>
    node.kind === 'path' ? walk([value], node.steps) : [],
  );
}

function renderNodes(nodes: readonly TemplateNode[], current: Json, root: Json): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      const start = node.isFromRoot ? root : current;
      const values = walk([start], node.steps);
      if (node.kind === 'path') return values.map(shown).join(' ');
      return values.map((value) => renderNodes(node.body, value, root)).join('');
    })
    .join('');
}

function shown(value: Json): string {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return value === null ? '' : String(value);
}

function walk(values: readonly Json[], steps: readonly PathStep[]): readonly Json[] {
  return steps.reduce<readonly Json[]>(
    (at, step) => at.flatMap((value) => take(value, step)),
    values,
  );
}

function take(value: Json, step: PathStep): readonly Json[] {
  switch (step.kind) {
    case 'field': {
      const field = isMap(value) && Object.hasOwn(value, step.name) ? value[step.name] : undefined;
      return field === undefined ? [] : [field];
    }
    case 'all':
      return childrenOf(value);
    case 'deep':
      return [value, ...childrenOf(value).flatMap((child) => take(child, step))];
    case 'slice':
      return isList(value) ? slice(value, step) : [];
    case 'index':
      return isList(value) ? [itemAt(value, step.at)] : [];
    case 'filter':
      return (isList(value) ? value : [value]).filter((item) => isMet(item, step));
    case 'union':
      return step.members.flatMap((member) => walk([value], member));
  }
}

function childrenOf(value: Json): readonly Json[] {
  if (isList(value)) return value;
  if (!isMap(value)) return [];
  return Object.values(value).filter((field): field is Json => field !== undefined);
}

type Slice = Extract<PathStep, { readonly kind: 'slice' }>;

function slice(list: readonly Json[], { from, to, by }: Slice): readonly Json[] {
  const cut = list.slice(from, to);
  return by === 1 ? cut : cut.filter((_, at) => at % by === 0);
}

function itemAt(list: readonly Json[], at: number): Json {
  const item = list.at(at);
  if (item !== undefined) return item;
  const where = `index ${at}, length ${list.length}`;
  throw ownError(
    `error executing jsonpath: Error executing template: array index out of bounds: ${where}`,
  );
}

type Filter = Extract<PathStep, { readonly kind: 'filter' }>;

function isMet(item: Json, { left, operator, right }: Filter): boolean {
  const [value] = walk([item], left);
  if (operator === 'exists') return value !== undefined;
  const other = right.kind === 'literal' ? right.value : walk([item], right.steps)[0];
  if (value === undefined || other === undefined) return false;
  switch (operator) {
    case '==':
      return value === other;
    case '!=':
      return value !== other;
    case '<':
      return asNumber(value) < asNumber(other);
    case '<=':
      return asNumber(value) <= asNumber(other);
    case '>':
      return asNumber(value) > asNumber(other);
    case '>=':
      return asNumber(value) >= asNumber(other);
  }
}

function asNumber(value: Json): number {
  return typeof value === 'number' ? value : Number.NaN;
}
