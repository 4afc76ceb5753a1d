/**
 * Which objects a command line means (k8s.io/cli-runtime, pkg/resource, Builder): `pods`, `pod a b`,
 * `pod/a node/b`, `pods,nodes`, `all`, with `-l` and `--field-selector`.
 */
import { type ApiObject, mapAt, textAt } from './api-object';
import { type KubectlError, notFound, ownError } from './complaint';
import type { Flag } from './flags';
import { labelSelector } from './label-selector';
import { qualifiedName, type ResourceType } from './resource-type';
import { allCategory, resourceTypeNamed } from './resource-types';
import type { Call } from './verb';

export const SELECTION_FLAGS: readonly Flag[] = [
  { name: 'all-namespaces', letter: 'A', takes: 'switch' },
  { name: 'selector', letter: 'l', takes: 'text' },
  { name: 'field-selector', takes: 'text' },
];

export interface Selected {
  readonly type: ResourceType;
  readonly object: ApiObject;
}

export interface Selection {
  /** In the order in which they were asked for. */
  readonly types: readonly ResourceType[];
  readonly found: readonly Selected[];
  readonly missing: readonly KubectlError[];
  /** One object was asked for by its name, and not a list. */
  readonly isSingle: boolean;
}

/** A type, and the names that are wanted of it; `undefined` for all. */
interface Wish {
  readonly type: ResourceType;
  readonly names: readonly string[] | undefined;
}

/** @throws KubectlError where the words name no type */
export function selectObjects(call: Call): Selection {
  const wishes = readWishes(call.words.operands);
  const found: Selected[] = [];
  const missing: KubectlError[] = [];
  refuseMixture(call, wishes);
  const fits = predicateOf(call);
  for (const { type, names } of wishes) {
    if (names === undefined) {
      found.push(
        ...objectsInReach(call, type)
          .filter(fits)
          .map((object) => ({ type, object })),
      );
      continue;
    }
    const named = finderOf(call, type);
    for (const name of names) {
      const object = named(name);
      if (object === undefined) missing.push(notFound(qualifiedName(type), name));
      else found.push({ type, object });
    }
  }
  const types = [...new Set(wishes.map(({ type }) => type))];
  const [first] = wishes;
  return { types, found, missing, isSingle: wishes.length === 1 && first?.names?.length === 1 };
}

/** Also whether the type was named as a list: `pods` and not `pod/one`. */
function readWishes(operands: readonly string[]): readonly Wish[] {
  const [first = '', ...rest] = operands;
  if (operands.some((word) => word.includes('/')))
    return operands.map((word) => slashed(word, operands));
  const types = first.split(',').flatMap((word) => {
    return word === 'all' ? allCategory : [resourceTypeNamed(word)];
  });
  const names = rest.length === 0 ? undefined : rest;
  return types.map((type) => ({ type, names }));
}

function slashed(word: string, operands: readonly string[]): Wish {
  const [type = '', name = '', ...more] = word.split('/');
  if (!word.includes('/')) {
    if (word === operands[0]) {
      throw ownError(
        "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'",
      );
    }
    throw ownError(MIXED);
  }
  if (more.length > 0) {
    throw ownError('arguments in resource/name form may not have more than one slash');
  }
  if (type === '' || name === '') {
    throw ownError('arguments in resource/name form must have a single resource and name');
  }
  return { type: resourceTypeNamed(type), names: [name] };
}

const MIXED =
  'there is no need to specify a resource type as a separate argument when passing arguments in resource/name form';

function refuseMixture({ words }: Call, wishes: readonly Wish[]): void {
  const hasNames = wishes.some(({ names }) => names !== undefined);
  if (!hasNames) return;
  if (words.has('selector') || words.isOn('all'))
    throw ownError('name cannot be provided when a selector is specified');
  if (words.has('field-selector')) {
    throw ownError('name cannot be provided when a field selector is specified');
  }
  if (words.isOn('all-namespaces')) {
    throw ownError('a resource cannot be retrieved by name across all namespaces');
  }
}

function objectsInReach(call: Call, type: ResourceType): readonly ApiObject[] {
  const { cluster, words, namespace } = call;
  const objects = type.list(cluster);
  if (!type.isNamespaced || words.isOn('all-namespaces')) return objects;
  return objects.filter(({ metadata }) => metadata.namespace === namespace);
}

function finderOf(call: Call, type: ResourceType): (name: string) => ApiObject | undefined {
  if (type.find !== undefined) {
    return (name) => type.find?.(call.cluster, name, call.namespace);
  }
  const byName = new Map(objectsInReach(call, type).map((one) => [one.metadata.name, one]));
  return (name) => byName.get(name);
}

function predicateOf({ words }: Call): (object: ApiObject) => boolean {
  const matches = labelSelector(words.text('selector') ?? '');
  const fields = (words.text('field-selector') ?? '').split(',').filter(Boolean).map(fieldTerm);
  return (object) =>
    matches(mapAt(object, 'metadata', 'labels')) && fields.every((fits) => fits(object));
}

const FIELD_TERM = /^([\w.]+)(==|!=|=)(.*)$/;

function fieldTerm(text: string): (object: ApiObject) => boolean {
  const [, path = '', operator, value] = FIELD_TERM.exec(text) ?? [];
  if (operator === undefined) {
    throw ownError(`invalid selector: '${text}'; can't understand '${text}'`);
  }
  return (object) => (textAt(object, ...path.split('.')) === value) === (operator !== '!=');
}
