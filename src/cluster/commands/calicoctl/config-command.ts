/**
 * What `get`, `apply`, `create`, `replace` and `delete` have in common: which resources they are asked
 * for, and what became of each (calicoctl/commands/common/resources.go).
 */
import type { CommandInput } from '../../../commands/command';
import { CalicoError, FatalError } from './calico-error';
import { located } from './datastore';
import { loadRecords, type Wanted } from './load-records';
import type { ParsedWords } from './parse-words';
import { findResourceType } from './resource-types';

export interface Outcome {
  readonly total: number;
  /** How many went well. */
  readonly handled: number;
  readonly errors: readonly string[];
  /** `undefined` where the resources are of several kinds. */
  readonly singleKind: string | undefined;
}

/** @throws FatalError where the file or the kind is none */
export function wantedResources(words: ParsedWords, input: CommandInput): readonly Wanted[] {
  const filename = words.values.get('--filename');
  if (filename !== undefined) return loadRecords(filename, input, words.flags.has('--skip-empty'));
  const [word = '', ...names] = words.operands;
  const type = findResourceType(word);
  if (type === undefined) throw new FatalError(`resource type '${word}' is not supported`);
  if (names.includes('')) throw new FatalError('resource name may not be empty');
  return (names.length === 0 ? [''] : names).map((name) => ({
    type,
    draft: { name, namespace: undefined, labels: {}, annotations: {}, spec: {}, source: word },
    resourceVersion: '',
  }));
}

/**
 * Goes on after what is refused. @param skips the code of errors that count as success
 */
export function forEachWanted(
  wanted: readonly Wanted[],
  words: ParsedWords,
  action: (one: Wanted) => void,
  skips?: CalicoError['code'],
): Outcome {
  const errors: string[] = [];
  for (const one of wanted) {
    try {
      action(located(one, words));
    } catch (error) {
      if (!(error instanceof CalicoError)) throw error;
      if (error.code !== skips) errors.push(error.message);
    }
  }
  const kinds = new Set(wanted.map(({ type }) => type.kind));
  const [singleKind] = kinds.size === 1 ? kinds : [];
  return { total: wanted.length, handled: wanted.length - errors.length, errors, singleKind };
}

/** `[one two]`, as Go prints a list of errors. */
export function goList(errors: readonly string[]): string {
  return `[${errors.join(' ')}]`;
}
