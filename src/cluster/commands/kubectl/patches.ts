/**
 * The three kinds of patches: JSON Patch (RFC 6902), JSON Merge Patch (RFC 7396), and Kubernetes' own
 * strategic merge, which finds the items of some lists by a field (k8s.io/apimachinery,
 * pkg/util/strategicpatch).
 */

import { sameValue } from '../../../k8s/same-value';
import type { Json, JsonObject } from '../go-yaml';
import { isList, isMap, textAt } from './api-object';
import { serverError } from './complaint';

export function mergePatch(target: Json | undefined, patch: Json): Json {
  return merge(target, patch, () => undefined);
}

/** The field by which the items of a list are told apart, by the list's name. */
const MERGE_KEYS: Readonly<Record<string, string>> = {
  addresses: 'type',
  containers: 'name',
  env: 'name',
  ephemeralContainers: 'name',
  hostAliases: 'ip',
  initContainers: 'name',
  ports: 'containerPort',
  taints: 'key',
  volumeMounts: 'mountPath',
  volumes: 'name',
};

export function strategicMergePatch(target: Json | undefined, patch: Json): Json {
  return merge(target, patch, (name) => MERGE_KEYS[name]);
}

function merge(
  target: Json | undefined,
  patch: Json,
  keyOf: (name: string) => string | undefined,
): Json {
  if (!isMap(patch)) return patch;
  const merged: Record<string, Json | undefined> = isMap(target) ? { ...target } : {};
  for (const [name, field] of Object.entries(patch)) {
    const key = keyOf(name);
    const before = merged[name];
    if (field === null || field === undefined) delete merged[name];
    else if (key !== undefined && isList(field) && isList(before)) {
      merged[name] = mergeLists(before, field, key, keyOf);
    } else merged[name] = merge(before, field, keyOf);
  }
  return merged;
}

function mergeLists(
  before: readonly Json[],
  patch: readonly Json[],
  key: string,
  keyOf: (name: string) => string | undefined,
): readonly Json[] {
  const merged = [...before];
  for (const item of patch) {
    const at = merged.findIndex((one) => textAt(one, key) === textAt(item, key));
    if (at < 0) merged.push(item);
    else if (textAt(item, '$patch') === 'delete') merged.splice(at, 1);
    else merged[at] = merge(merged[at], item, keyOf);
  }
  return merged;
}

/** @throws KubectlError where an operation cannot be carried out */
export function jsonPatch(target: JsonObject, operations: Json): Json {
  if (!isList(operations))
    throw refusal('json: cannot unmarshal object into Go value of type jsonpatch.Patch');
  return operations.reduce<Json>((value, operation) => {
    const way = stepsOf(textAt(operation, 'path'));
    const given = isMap(operation) ? (operation['value'] ?? null) : null;
    const from = stepsOf(textAt(operation, 'from'));
    switch (textAt(operation, 'op')) {
      case 'add':
        return changed(value, way, { kind: 'add', value: given });
      case 'replace':
        return changed(value, way, { kind: 'replace', value: given });
      case 'remove':
        return changed(value, way, { kind: 'remove' });
      case 'copy':
        return changed(value, way, { kind: 'add', value: found(value, from) });
      case 'move': {
        const moved = found(value, from);
        return changed(changed(value, from, { kind: 'remove' }), way, {
          kind: 'add',
          value: moved,
        });
      }
      case 'test':
        if (sameValue(found(value, way), given)) return value;
        throw refusal(`testing value ${textAt(operation, 'path')} failed: test failed`);
      default:
        throw refusal(`Unexpected kind: ${textAt(operation, 'op')}`);
    }
  }, target);
}

type Edit =
  | { readonly kind: 'add' | 'replace'; readonly value: Json }
  | { readonly kind: 'remove' };

/** RFC 6901. */
function stepsOf(pointer: string): readonly string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function found(value: Json, way: readonly string[]): Json {
  return way.reduce<Json>((at, step) => {
    const next = isList(at) ? at[Number(step)] : isMap(at) ? at[step] : undefined;
    if (next === undefined) throw missing(way);
    return next;
  }, value);
}

function changed(value: Json, way: readonly string[], edit: Edit): Json {
  const [step, ...rest] = way;
  if (step === undefined) return edit.kind === 'remove' ? null : edit.value;
  if (isList(value)) return changedList(value, step, rest, edit);
  if (!isMap(value)) throw missing(way);
  const before = value[step];
  if (rest.length > 0) {
    if (before === undefined) throw missing(way);
    return { ...value, [step]: changed(before, rest, edit) };
  }
  if (edit.kind !== 'add' && before === undefined) throw missing(way);
  if (edit.kind !== 'remove') return { ...value, [step]: edit.value };
  const { [step]: _, ...others } = value;
  return others;
}

function changedList(
  list: readonly Json[],
  step: string,
  rest: readonly string[],
  edit: Edit,
): readonly Json[] {
  const at = step === '-' ? list.length : Number(step);
  const before = list[at];
  const spliced = (count: number, ...items: readonly Json[]) => [
    ...list.slice(0, at),
    ...items,
    ...list.slice(at + count),
  ];
  if (edit.kind === 'add' && rest.length === 0 && at <= list.length) return spliced(0, edit.value);
  if (before === undefined) throw missing([step]);
  if (rest.length > 0) return spliced(1, changed(before, rest, edit));
  return edit.kind === 'remove' ? spliced(1) : spliced(1, edit.value);
}

function missing(way: readonly string[]) {
  return refusal(`the path "/${way.join('/')}" does not exist: missing value`);
}

function refusal(why: string) {
  return serverError('BadRequest', why);
}
