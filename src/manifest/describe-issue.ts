/** What a schema has to complain about, in the words of a person who writes manifests. */
import { z } from 'zod';
import { didYouMean } from '../base/nearest-name';
import type { ManifestErrorCode } from './manifest-error';

type RawIssue = z.core.$ZodRawIssue;

/** Given to zod as its `error` setting, so that each issue's message is ours. */
export function describeIssue(issue: RawIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `unknown field${didYouMean(issue.keys[0] ?? '', knownFields(issue))}`;
    case 'invalid_type':
      if (issue.input === undefined) return 'required';
      return `must be ${withArticle(issue.expected)}, not ${describeValue(issue.input)}`;
    case 'invalid_value':
      if (issue.input === undefined) return 'required';
      return `must be ${oneOf(issue.values)}, not ${describeValue(issue.input)}${
        typeof issue.input === 'string' ? didYouMean(issue.input, issue.values.map(String)) : ''
      }`;
    case 'too_small':
      return limit('at least', issue.origin, Number(issue.minimum), issue.input);
    case 'too_big':
      return limit('at most', issue.origin, Number(issue.maximum), issue.input);
    default:
      return issue.message ?? `not valid: ${describeValue(issue.input)}`;
  }
}

export function codeOfIssue(issue: z.core.$ZodIssue): ManifestErrorCode {
  if (issue.code === 'unrecognized_keys') return 'unknown-field';
  return issue.message.startsWith('required') ? 'required' : 'invalid';
}

/** `"yes"`, `5`, `a list`: short, whatever the value. */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  if (typeof value !== 'string') return String(value);
  const short = value.length > VALUE_LENGTH_MAX ? `${value.slice(0, VALUE_LENGTH_MAX)}…` : value;
  return JSON.stringify(short);
}

const VALUE_LENGTH_MAX = 60;

function knownFields({ inst }: RawIssue): readonly string[] {
  return inst instanceof z.ZodObject ? Object.keys(inst.shape) : [];
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? describeValue(values[0]) : `one of ${values.join(', ')}`;
}

const ARTICLES: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

function withArticle(expected: string): string {
  return ARTICLES[expected] ?? `a ${expected}`;
}

function limit(which: string, origin: string, bound: number, input: unknown): string {
  if (origin === 'string') return `must have ${which} ${bound} characters`;
  if (origin === 'array') return `must hold ${which} ${bound} ${bound === 1 ? 'item' : 'items'}`;
  return `must be ${which} ${bound}, not ${describeValue(input)}`;
}
