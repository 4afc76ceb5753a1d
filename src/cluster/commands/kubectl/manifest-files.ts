/** The documents that `-f` names (k8s.io/cli-runtime, pkg/resource): files, or `-` for what comes in. */

import { notModelled } from '../../../commands/command';
import type { ManifestDocument } from '../../../manifest/manifest-document';
import { ManifestError } from '../../../manifest/manifest-error';
import { parseDocuments } from '../../../manifest/parse-documents';
import { CommandError } from '../../../netfilter/command-error';
import { ownError } from './complaint';
import type { Flag } from './flags';
import type { ResourceType } from './resource-type';
import { resourceTypeOf } from './resource-types';
import type { Call } from './verb';

export const FILE_FLAGS: readonly Flag[] = [
  { name: 'filename', letter: 'f', takes: 'text' },
  { name: 'kustomize', letter: 'k', takes: 'text', isUnmodelled: true },
  { name: 'recursive', letter: 'R', takes: 'switch' },
];

/** One document of a file, whose kind is known. */
export interface FileObject {
  readonly type: ResourceType;
  readonly document: ManifestDocument;
  readonly name: string;
  /** What the document says, or `-n`, or `default`; `undefined` of a kind that has none. */
  readonly namespace: string | undefined;
  /** `pods.yaml`, or `STDIN` as kubectl calls it. */
  readonly source: string;
}

interface FileObjects {
  readonly objects: readonly FileObject[];
  /** What is wrong with the other documents. */
  readonly errors: readonly CommandError[];
}

/** @throws KubectlError where a file is not there, or is no YAML */
export function readFiles(call: Call): FileObjects {
  const paths = call.words.texts('filename').flatMap((list) => list.split(','));
  const objects: FileObject[] = [];
  const errors: CommandError[] = [];
  for (const path of paths) {
    for (const document of documentsOf(call, path)) {
      const read = readObject(call, document, path === '-' ? 'STDIN' : path);
      if (read instanceof CommandError) errors.push(read);
      else objects.push(read);
    }
  }
  const [first] = errors;
  if (objects.length === 0 && errors.length === 0) throw ownError('no objects passed to apply');
  if (objects.length === 0 && errors.length === 1 && first !== undefined) throw first;
  return { objects, errors };
}

function documentsOf({ input }: Call, path: string): readonly ManifestDocument[] {
  const bytes = path === '-' ? undefined : input.files.get(path);
  if (/^https?:\/\//.test(path)) throw notModelled(`${path}: nothing is downloaded`);
  if (path !== '-' && bytes === undefined) throw ownError(`the path "${path}" does not exist`);
  const text = bytes === undefined ? input.stdin : new TextDecoder().decode(bytes);
  const source = path === '-' ? 'STDIN' : path;
  try {
    return parseDocuments(text, source);
  } catch (error) {
    if (error instanceof ManifestError) {
      throw ownError(`error parsing ${source}: ${error.message.trimEnd()}`);
    }
    throw error;
  }
}

function readObject(
  call: Call,
  document: ManifestDocument,
  source: string,
): FileObject | CommandError {
  const { apiVersion, kind, metadata } = document.value as Readonly<Record<string, unknown>>;
  for (const [field, value] of Object.entries({ apiVersion, kind })) {
    if (typeof value === 'string' && value !== '') continue;
    const { line } = document.positionOf([]);
    return ownError(
      `error validating "${source}": error validating data: ${field} not set (line ${line}); if you choose to ignore these errors, turn validation off with --validate=false`,
    );
  }
  const { name, namespace } = namesOf(metadata);
  const type = resourceTypeOf(String(apiVersion), String(kind));
  if (type === undefined) {
    return ownError(
      `resource mapping not found for name: "${name}" namespace: "${namespace}" from "${source}": no matches for kind "${kind}" in version "${apiVersion}"\nensure CRDs are installed first`,
    );
  }
  if (type.stored === undefined) return notModelled(`a ${kind} (${source})`);
  return { type, document, name, namespace: namespaceFor(call, type, namespace), source };
}

function namesOf(metadata: unknown): { readonly name: string; readonly namespace: string } {
  const { name = '', namespace = '' } = (metadata ?? {}) as Readonly<Record<string, unknown>>;
  return { name: String(name), namespace: String(namespace) };
}

function namespaceFor(call: Call, type: ResourceType, written: string): string | undefined {
  if (!type.isNamespaced) return undefined;
  if (call.words.has('namespace') && written !== '' && written !== call.namespace) {
    throw ownError(
      `the namespace from the provided object "${written}" does not match the namespace "${call.namespace}". You must pass '--namespace=${written}' to perform this operation.`,
    );
  }
  return written || call.namespace;
}
