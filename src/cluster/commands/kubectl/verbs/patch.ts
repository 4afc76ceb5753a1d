/** `kubectl patch` (k8s.io/kubectl, pkg/cmd/patch). */
import { ManifestError } from '../../../../manifest/manifest-error';
import { parseDocuments } from '../../../../manifest/parse-documents';
import type { Json, JsonObject } from '../../go-yaml';
import { isMap } from '../api-object';
import { KubectlError, ownError } from '../complaint';
import { draftValue, storedValue } from '../draft-object';
import { jsonPatch, mergePatch, strategicMergePatch } from '../patches';
import { selectObjects } from '../select-objects';
import { type Request, storedKind, storeObjects } from '../store-objects';
import type { Verb } from '../verb';

export const patchVerb: Verb = {
  name: 'patch',
  short: 'Update fields of a resource',
  usage: 'kubectl patch (-f FILENAME | TYPE NAME) [-p PATCH|--patch-file FILE] [options]',
  flags: [
    { name: 'patch', letter: 'p', takes: 'text' },
    { name: 'type', takes: 'text' },
    { name: 'field-manager', takes: 'text' },
    { name: 'patch-file', takes: 'text', isUnmodelled: true },
    { name: 'filename', letter: 'f', takes: 'text', isUnmodelled: true },
    { name: 'dry-run', takes: 'text', alone: 'unchanged', isUnmodelled: true },
    { name: 'local', takes: 'switch', isUnmodelled: true },
    { name: 'output', letter: 'o', takes: 'text', isUnmodelled: true },
    { name: 'subresource', takes: 'text', isUnmodelled: true },
  ],

  run(call) {
    const { words } = call;
    const type = words.text('type') ?? 'strategic';
    if (!(type in WAYS)) {
      throw ownError(`--type must be one of [json merge strategic], not "${type}"`);
    }
    const text = words.text('patch');
    if (text === undefined || text === '') {
      throw ownError('must specify --patch or --patch-file containing the contents of the patch');
    }
    if (words.operands.length === 1 && !words.operands[0]?.includes('/')) {
      throw ownError('resource(s) were provided, but no name was specified');
    }
    const { found, missing } = selectObjects(call);
    const requests = found.map(({ type: resource, object: { metadata } }): Request => {
      const kind = storedKind(resource);
      if (type === 'strategic' && resource.group.includes('.')) throw unsupported();
      const { name, namespace } = metadata;
      const patch = readPatch(text, type);
      return {
        type: resource,
        name,
        namespace,
        occasion: '',
        draft: (control) => {
          const value = (WAYS[type] ?? mergePatch)(
            storedValue(control, kind, name, namespace),
            patch,
          );
          return draftValue(kind, isMap(value) ? value : {}, 'patch');
        },
      };
    });
    const names = found.map(({ type: { kind, group }, object: { metadata } }) => {
      return `${group} ${kind} ${metadata.namespace}/${metadata.name}`;
    });
    const key = `kubectl patch ${type} ${JSON.stringify([names, text])}`;
    const word = ({ result }: { readonly result: string }) =>
      result === 'unchanged' ? 'patched (no change)' : 'patched';
    return storeObjects(call.cluster, key, requests, word, missing);
  },
};

const WAYS: Readonly<Record<string, (value: JsonObject, patch: Json) => Json>> = {
  json: jsonPatch,
  merge: mergePatch,
  strategic: strategicMergePatch,
};

/** The API server knows nothing of the lists in a custom resource. */
function unsupported(): KubectlError {
  return new KubectlError(
    'Error from server (UnsupportedMediaType): the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml',
  );
}

/** @throws KubectlError where it is neither JSON nor YAML */
function readPatch(text: string, type: string): Json {
  try {
    // A list of operations is no manifest, so it stands in one.
    const [document] = parseDocuments(type === 'json' ? `patch: ${text}` : text, 'patch');
    const value = (document?.value ?? {}) as JsonObject;
    return type === 'json' ? (value['patch'] ?? []) : value;
  } catch (error) {
    if (error instanceof ManifestError) {
      throw ownError(`unable to parse ${JSON.stringify(text)}: ${error.reason}`);
    }
    throw error;
  }
}
