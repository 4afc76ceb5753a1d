/** The functions that every template has (Go's text/template/funcs.go), and how values are printed. */
import type { Json, JsonObject } from '../go-yaml';
import { TemplateError } from './template-error';

export type TemplateFunction = (...operands: readonly (Json | undefined)[]) => Json | undefined;

export function isTrue(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}

/** As Go's `%v`. */
export function printed(value: Json | undefined): string {
  if (value === undefined || value === null) return '<no value>';
  if (Array.isArray(value)) return `[${value.map(printed).join(' ')}]`;
  if (typeof value !== 'object') return String(value);
  const map = value as JsonObject;
  const entries = Object.keys(map)
    .sort()
    .map((name) => `${name}:${printed(map[name])}`);
  return `map[${entries.join(' ')}]`;
}

const compare = (is: (order: number) => boolean): TemplateFunction => {
  return (one, other) => {
    if (typeof one === 'number' && typeof other === 'number') return is(one - other);
    if (typeof one !== typeof other) throw new TemplateError('incompatible types for comparison');
    return is(String(one) < String(other) ? -1 : Number(String(one) > String(other)));
  };
};

export const builtinFunctions: Readonly<Record<string, TemplateFunction>> = {
  and: (...operands) => operands.find((value) => !isTrue(value)) ?? operands.at(-1),
  or: (...operands) => operands.find(isTrue) ?? operands.at(-1),
  not: (value) => !isTrue(value),
  eq: (one, ...others) => others.some((other) => one === other),
  ne: (one, other) => one !== other,
  lt: compare((order) => order < 0),
  le: compare((order) => order <= 0),
  gt: compare((order) => order > 0),
  ge: compare((order) => order >= 0),
  len: (value) => {
    if (typeof value === 'string' || Array.isArray(value)) return value.length;
    if (typeof value === 'object' && value !== null) return Object.keys(value).length;
    throw new TemplateError(`len of ${printed(value)}`);
  },
  index: (value, ...keys) => keys.reduce(indexed, value),
  print: (...operands) => operands.map(printed).join(''),
  println: (...operands) => `${operands.map(printed).join(' ')}\n`,
  printf: (form, ...operands) => formatted(String(form), operands),
};

function indexed(value: Json | undefined, key: Json | undefined): Json | undefined {
  if (Array.isArray(value) && typeof key === 'number') {
    if (key < value.length && key >= 0) return value[key];
    throw new TemplateError(`error calling index: index out of range: ${key}`);
  }
  if (typeof value === 'object' && value !== null) return (value as JsonObject)[String(key)];
  throw new TemplateError(`error calling index: can't index item of ${printed(value)}`);
}

const VERB = /%(-?)(\d*)([vsdqt%])/g;

function formatted(form: string, operands: readonly (Json | undefined)[]): string {
  let at = 0;
  return form.replace(VERB, (_, left: string, width: string, verb: string) => {
    if (verb === '%') return '%';
    const value = operands[at++];
    const text = verb === 'q' ? JSON.stringify(printed(value)) : printed(value);
    return left === '-' ? text.padEnd(Number(width)) : text.padStart(Number(width));
  });
}
