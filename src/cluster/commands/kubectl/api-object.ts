/**
 * An object as the API server gives it: what was written, with the server's own fields beside it
 * (k8s.io/apimachinery, pkg/apis/meta/v1).
 */
import { wallClock } from '../../../base/wall-clock';
import type { AnyResource, Kind } from '../../../manifest/kind';
import type { Cluster } from '../../cluster';
import type { Json, JsonObject } from '../go-yaml';

// Types and not interfaces: only these are JsonObjects to the compiler.
export type ApiMetadata = {
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly labels?: JsonObject | undefined;
  readonly annotations?: JsonObject | undefined;
  readonly creationTimestamp: string;
  readonly generation?: number | undefined;
  readonly resourceVersion: string;
  readonly uid: string;
};

export type ApiObject = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ApiMetadata;
  readonly spec?: JsonObject | undefined;
  readonly status?: JsonObject | undefined;
};

/** What users write into `metadata`, besides the names. */
interface Marks {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** @param annotations what others than the user have written there */
export function apiMetadata(
  cluster: Cluster,
  kind: Kind,
  metadata: AnyResource['metadata'] & Marks,
  annotations: Readonly<Record<string, string>> = {},
): ApiMetadata {
  const birth = cluster.birthOf(kind, metadata);
  return {
    name: metadata.name,
    namespace: kind.isNamespaced ? (metadata.namespace ?? 'default') : undefined,
    labels: unlessEmpty(metadata.labels ?? {}),
    annotations: unlessEmpty({ ...metadata.annotations, ...annotations }),
    creationTimestamp: timestamp(birth.atUs),
    resourceVersion: birth.resourceVersion,
    uid: birth.uid,
  };
}

/** `2024-09-05T21:00:00Z` @param atUs microseconds since the network was made */
export function timestamp(atUs: number): string {
  return wallClock(atUs)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
}

export function unlessEmpty(map: JsonObject): JsonObject | undefined {
  return Object.keys(map).length === 0 ? undefined : map;
}

/** A plain value without what is `undefined`. */
export function toJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}

/** The value at the end of a way of names and places, where there is one. */
export function fieldAt(value: Json | undefined, ...way: readonly (string | number)[]) {
  return way.reduce<Json | undefined>((at, step) => {
    if (typeof at !== 'object' || at === null) return undefined;
    if (isList(at)) return typeof step === 'number' ? at[step] : undefined;
    return Object.hasOwn(at, step) ? at[step] : undefined;
  }, value);
}

/** The same as text; empty where there is none. */
export function textAt(value: Json | undefined, ...way: readonly (string | number)[]): string {
  const found = fieldAt(value, ...way);
  return found === undefined || found === null || typeof found === 'object' ? '' : String(found);
}

export function listAt(value: Json | undefined, ...way: readonly string[]): readonly Json[] {
  const found = fieldAt(value, ...way);
  return isList(found) ? found : [];
}

export function mapAt(value: Json | undefined, ...way: readonly string[]): JsonObject {
  const found = fieldAt(value, ...way);
  return isMap(found) ? found : {};
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
