/** The description of any object: its fields as they are (`genericDescriber`). */
import type { Json, JsonObject } from '../../go-yaml';
import { type ApiObject, isList, isMap, mapAt } from '../api-object';
import type { Call } from '../verb';
import { annotationLines, eventLines, labelLines } from './description';

const SAID_ABOVE = ['name', 'namespace', 'labels', 'annotations'];

export function describeGeneric(call: Call, object: ApiObject, nowMs: number): readonly string[] {
  const { metadata } = object;
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace ?? ''}`,
    ...labelLines('Labels', mapAt(object, 'metadata', 'labels')),
    ...annotationLines(mapAt(object, 'metadata', 'annotations')),
    ...fieldLines({ ...object, metadata: withoutNames(metadata) }, ''),
    ...eventLines(call, object, nowMs),
  ];
}

function withoutNames(metadata: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(metadata).filter(([name]) => !SAID_ABOVE.includes(name)),
  );
}

function fieldLines(object: JsonObject, indentation: string): readonly string[] {
  const deeper = `${indentation}  `;
  return Object.keys(object)
    .sort()
    .flatMap((name) => {
      const value = object[name];
      if (value === undefined) return [];
      const label = `${indentation}${smartLabel(name)}:`;
      if (isMap(value)) return [label, ...fieldLines(value, deeper)];
      if (isList(value)) return [label, ...value.flatMap((item) => itemLines(item, deeper))];
      return [`${label}\t${shown(value)}`];
    });
}

function itemLines(item: Json, indentation: string): readonly string[] {
  return isMap(item) ? fieldLines(item, indentation) : [`${indentation}${shown(item)}`];
}

function shown(value: Json): string {
  return value === null ? '<nil>' : String(value);
}

const ACRONYMS = ['API', 'URL', 'UID', 'OSB', 'GUID'];

/** `natOutgoing` is `Nat Outgoing`, `apiVersion` is `API Version`. */
function smartLabel(field: string): string {
  if (!/^[a-zA-Z-]+$/.test(field)) return field;
  const parts = field.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|-/g) ?? [field];
  return parts
    .map((part) => {
      const capitals = part.toUpperCase();
      return ACRONYMS.includes(capitals) ? capitals : part.charAt(0).toUpperCase() + part.slice(1);
    })
    .join(' ');
}
