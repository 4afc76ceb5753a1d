/** The text of a manifest to typed resources, each of which still knows where it was written. */

import { didYouMean } from '../../base/nearest-name';
import { type Kind, readResource } from '../../manifest/kind';
import type { ManifestLimits } from '../../manifest/limits';
import type { ManifestDocument } from '../../manifest/manifest-document';
import { ManifestError } from '../../manifest/manifest-error';
import { parseDocuments } from '../../manifest/parse-documents';
import { kindOf, kinds, type Resource } from './registry';

export interface ParsedResource {
  readonly kind: Kind;
  readonly resource: Resource;
  /** Where it was written, for errors that only come up later. */
  readonly document: ManifestDocument;
}

/**
 * All resources of a text, in order, with defaults filled in.
 * @param source what the text is called in errors
 * @throws ManifestError for the first thing that is wrong
 */
export function parseManifest(
  text: string,
  source: string,
  limits?: ManifestLimits,
): readonly ParsedResource[] {
  const documents = parseDocuments(text, source, limits);
  if (documents.length === 0) {
    const start = { line: 1, column: 1 };
    throw new ManifestError('no-resource', 'there is no resource in it', source, text, start);
  }
  const seen = new Map<string, ManifestDocument>();
  return documents.map((document) => {
    const parsed = parseResource(document);
    refuseSecond(parsed, seen);
    return parsed;
  });
}

function parseResource(document: ManifestDocument): ParsedResource {
  const { apiVersion, kind: name } = document.value as Readonly<Record<string, unknown>>;
  for (const [field, value] of Object.entries({ apiVersion, kind: name })) {
    const isMissing = value === undefined || value === null;
    if (isMissing) throw document.errorAt([field], 'required', 'required');
    if (typeof value !== 'string') throw document.errorAt([field], 'invalid', 'must be text');
  }
  const kind = kindOf(apiVersion, name);
  if (kind === undefined) throw unknownKind(document, String(apiVersion), String(name));
  // The registry's kinds are those whose resources make up the union.
  return { kind, resource: readResource(kind, document) as Resource, document };
}

function unknownKind(document: ManifestDocument, apiVersion: string, name: string): ManifestError {
  const namesakes = kinds.filter(({ kind }) => kind === name);
  if (namesakes.length > 0) {
    const known = namesakes.map((kind) => kind.apiVersion).join(' or ');
    const reason = `${name} is of ${known}, not of ${apiVersion}`;
    return document.errorAt(['apiVersion'], 'unknown-kind', reason);
  }
  const names = kinds.map(({ kind }) => kind);
  const hint = MAKERS_OF_PODS.has(name)
    ? '; nothing here makes pods, so write the Pods themselves'
    : didYouMean(name, names) || `; there is ${[...new Set(names)].join(', ')}`;
  return document.errorAt(['kind'], 'unknown-kind', `unknown kind ${name}${hint}`);
}

const MAKERS_OF_PODS = new Set([
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Job',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
]);

function refuseSecond(parsed: ParsedResource, seen: Map<string, ManifestDocument>): void {
  const { kind, resource, document } = parsed;
  const { name } = resource.metadata;
  const namespace = 'namespace' in resource.metadata ? `${resource.metadata.namespace}/` : '';
  const id = `${kind.apiVersion} ${kind.kind} ${namespace}${name}`;
  const first = seen.get(id);
  if (first !== undefined) {
    const { line } = first.positionOf(['metadata', 'name']);
    const reason = `${kind.kind} ${namespace}${name} is already on line ${line}`;
    throw document.errorAt(['metadata', 'name'], 'duplicate-name', reason);
  }
  seen.set(id, document);
}
