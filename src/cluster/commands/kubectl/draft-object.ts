/**
 * What a document makes of what is there, and how kubectl says what is wrong with it.
 *
 * `apply` remembers in an annotation what was applied, so that what is left out the next time is taken
 * away, and what others have written stays (pkg/util/apply.go, the three-way merge). What the lab
 * itself holds counts as applied, and gets the annotation when it first changes.
 */

import { invariant } from '../../../base/invariant';
import { sameValue } from '../../../k8s/same-value';
import type { ResourceStore } from '../../../k8s/store';
import { type AnyResource, type Kind, readResource } from '../../../manifest/kind';
import type { ManifestDocument } from '../../../manifest/manifest-document';
import { parseDocuments } from '../../../manifest/parse-documents';
import type { ParsedResource } from '../../kinds/parse-manifest';
import type { Resource } from '../../kinds/registry';
import type { Json, JsonObject } from '../go-yaml';
import { isMap, mapAt, textAt, toJson } from './api-object';
import { inOrder } from './output';

export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Where Calico keeps what its own metadata holds; it writes it itself. */
export const CALICO_METADATA = 'projectcalico.org/metadata';

/** The document as a resource of its own. @throws ManifestError */
export function draftCreated(
  kind: Kind,
  document: ManifestDocument,
  namespace: string | undefined,
): ParsedResource {
  return draft(kind, document, withNamespace(toJson(document.value as object), namespace));
}

/** What `kubectl apply` makes of the document and what is stored. @throws ManifestError */
export function draftApplied(
  kind: Kind,
  document: ManifestDocument,
  namespace: string | undefined,
  store: ResourceStore,
): ParsedResource {
  const wanted = withNamespace(toJson(document.value as object), namespace);
  // Its own errors come first, and with the places where they were written.
  const alone = draft(kind, document, wanted);
  const current = store.get(kind, alone.resource.metadata.name, namespace);
  const said = recordOf(wanted);
  const record = `${JSON.stringify(inOrder(said))}\n`;
  if (current === undefined) return draft(kind, document, annotated(wanted, record));
  const before = toJson(current);
  const last = textAt(before, 'metadata', 'annotations', LAST_APPLIED);
  const merged = mergeThreeWays(last === '' ? {} : JSON.parse(last), said, before);
  if (last === '') {
    const unmarked = draft(kind, document, merged);
    if (sameValue(unmarked.resource, current)) return unmarked;
  }
  return draft(kind, document, annotated(merged, record));
}

/** The value as a resource, with a text of its own for what is wrong with it. @throws ManifestError */
export function draftValue(kind: Kind, value: JsonObject, source: string): ParsedResource {
  const [document] = parseDocuments(JSON.stringify(value, null, 2), source);
  invariant(document !== undefined, 'an object is one document');
  return draft(kind, document, toJson(value));
}

/** What is stored, or what stands for it where nobody has written it down: the namespace `default`. */
export function storedValue(
  { store }: { readonly store: ResourceStore },
  kind: Kind,
  name: string,
  namespace: string | undefined,
): JsonObject {
  const stored = store.get(kind, name, namespace);
  if (stored !== undefined) return toJson(stored);
  return { apiVersion: kind.apiVersion, kind: kind.kind, metadata: { name, namespace } };
}

function draft(kind: Kind, document: ManifestDocument, value: JsonObject): ParsedResource {
  const known = withoutAnnotation(value, CALICO_METADATA);
  const { source, positionOf, errorAt } = document;
  const resource = readResource(kind, { value: known, source, positionOf, errorAt });
  // The kinds of the registry are those whose resources make up the union.
  return { kind, resource: resource as AnyResource as Resource, document };
}

function withNamespace(value: JsonObject, namespace: string | undefined): JsonObject {
  if (namespace === undefined) return value;
  return { ...value, metadata: { ...mapAt(value, 'metadata'), namespace } };
}

/** What is remembered: as it was written, but for the annotation itself. */
function recordOf(value: JsonObject): JsonObject {
  const plain = withoutAnnotation(value, LAST_APPLIED);
  const metadata = mapAt(plain, 'metadata');
  return { ...plain, metadata: { ...metadata, annotations: mapAt(metadata, 'annotations') } };
}

function annotated(value: JsonObject, record: string): JsonObject {
  const metadata = mapAt(value, 'metadata');
  const annotations = { ...mapAt(metadata, 'annotations'), [LAST_APPLIED]: record };
  return { ...value, metadata: { ...metadata, annotations } };
}

function withoutAnnotation(value: JsonObject, name: string): JsonObject {
  const metadata = mapAt(value, 'metadata');
  const annotations = mapAt(metadata, 'annotations');
  if (!Object.hasOwn(annotations, name)) return value;
  const { [name]: _, ...others } = annotations;
  return { ...value, metadata: { ...metadata, annotations: others } };
}

/** What was applied and is wanted no more goes; what is wanted comes; the rest stays. */
function mergeThreeWays(last: JsonObject, wanted: JsonObject, current: JsonObject): JsonObject {
  const merged: Record<string, Json | undefined> = { ...current };
  for (const name of Object.keys(last)) {
    if (!Object.hasOwn(wanted, name)) delete merged[name];
  }
  for (const [name, field] of Object.entries(wanted)) {
    const before = merged[name];
    merged[name] =
      isMap(field) && isMap(before) ? mergeThreeWays(mapAt(last, name), field, before) : field;
  }
  return merged;
}
