/** A kind of resource: its names, its schema, and what may not change once it exists. */
import type { z } from 'zod';
import type { ManifestDocument } from './manifest-document';
import type { Path } from './path';
import { readBySchema } from './read-by-schema';

/** What all resources have in common. */
export interface AnyResource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string | undefined };
}

/** What is wrong with a resource that reads well by itself: where, and in which words. */
export interface Objection {
  readonly path: Path;
  readonly says: string;
}

export interface Kind<Resource extends AnyResource = AnyResource> {
  /** As the resource is stored: `projectcalico.org/v3`. */
  readonly apiVersion: string;
  readonly kind: string;
  /** Other ways to write apiVersion and kind that mean the same. */
  readonly aliases: readonly { readonly apiVersion: string; readonly kind: string }[];
  readonly plural: string;
  /** Besides the kind in lower case and the plural, what kubectl and calicoctl take for it. */
  readonly shortNames: readonly string[];
  readonly isNamespaced: boolean;
  readonly schema: z.ZodType<Resource>;
  validateUpdate?(before: Resource, after: Resource): Objection | undefined;
}

/** The resource that a document describes, with defaults filled in. @throws ManifestError */
export function readResource<Resource extends AnyResource>(
  kind: Kind<Resource>,
  document: ManifestDocument,
): Resource {
  const value = withoutNulls(document.value) as object;
  return readBySchema(
    kind.schema,
    { ...value, apiVersion: kind.apiVersion, kind: kind.kind },
    document,
  );
}

/** To Kubernetes a field without a value is a field that is not there. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) =>
      field === null ? [] : [[name, withoutNulls(field)]],
    ),
  );
}

/** Whether the resource is of this kind. */
export function isOfKind<Resource extends AnyResource>(
  kind: Kind<Resource>,
  resource: AnyResource,
): resource is Resource {
  return resource.kind === kind.kind && resource.apiVersion === kind.apiVersion;
}
