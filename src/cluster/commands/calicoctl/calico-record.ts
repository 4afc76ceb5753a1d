/**
 * A resource as calicoctl prints it: fields in the order of Go's structs, which JSON keeps and YAML
 * does not, and without what `omitempty` leaves out (api/pkg/apis/projectcalico/v3).
 */
import { wallClock } from '../../../base/wall-clock';
import type { AnyResource, Kind } from '../../../manifest/kind';
import type { Birth } from '../../births';
import type { Cluster } from '../../cluster';
import type { Json, JsonObject } from '../go-yaml';

export const API_VERSION = 'projectcalico.org/v3';

// Types and not interfaces: only these are JsonObjects to the compiler.
export type RecordMetadata = {
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly uid?: string | undefined;
  readonly resourceVersion?: string | undefined;
  readonly creationTimestamp: string | null;
  readonly labels?: JsonObject | undefined;
  readonly annotations?: JsonObject | undefined;
};

export type CalicoRecord = {
  readonly kind: string;
  readonly apiVersion: typeof API_VERSION;
  readonly metadata: RecordMetadata;
  readonly spec: JsonObject;
  readonly status?: JsonObject | undefined;
};

/** What users write into `metadata`, besides the names. */
interface Marks {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** @param kind of the resource whose birth it is */
export function metadataOf(
  cluster: Cluster,
  kind: Kind,
  metadata: AnyResource['metadata'] & Partial<Marks>,
): RecordMetadata {
  const birth = cluster.birthOf(kind, metadata);
  return {
    name: metadata.name,
    namespace: kind.isNamespaced ? metadata.namespace : undefined,
    ...serverFields(birth),
    labels: unlessEmpty(metadata.labels),
    annotations: unlessEmpty(metadata.annotations),
  };
}

export function serverFields(birth: Birth) {
  return {
    uid: birth.uid,
    resourceVersion: birth.resourceVersion,
    creationTimestamp: timestamp(birth.atUs),
  };
}

/** `2024-09-05T21:00:00Z` */
function timestamp(atUs: number): string {
  return wallClock(atUs)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
}

/** In alphabetical order, as Go prints maps; `undefined` where there is nothing. */
export function unlessEmpty(map: Readonly<Record<string, string>> = {}): JsonObject | undefined {
  const names = Object.keys(map).sort();
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, map[name]]));
}

/** A plain value without what is `undefined`. */
export function toJson(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value));
}

/** Whether Go's `omitempty` leaves it out. A pointer is printed whatever it points to. */
export function isGoEmpty(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || value === '' || value === 0 || value === false;
}

export function withoutServerFields(record: CalicoRecord): CalicoRecord {
  const { name, labels, annotations } = record.metadata;
  return {
    kind: record.kind,
    apiVersion: record.apiVersion,
    metadata: { name, creationTimestamp: null, labels, annotations },
    spec: record.spec,
    status: record.status,
  };
}

/** The text of a field of the spec, as Go's templates print it; of nothing: nothing. */
export function specText({ spec }: CalicoRecord, name: string): string {
  const value = spec[name];
  return value === undefined || value === null ? '' : String(value);
}

export function specList({ spec }: CalicoRecord, name: string): readonly string[] {
  const value = spec[name];
  return Array.isArray(value) ? value.map(String) : [];
}
