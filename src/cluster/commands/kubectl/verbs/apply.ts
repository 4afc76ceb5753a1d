/** `kubectl apply -f` (k8s.io/kubectl, pkg/cmd/apply). */

import { helpError, ownError } from '../complaint';
import { draftApplied } from '../draft-object';
import type { Flag } from '../flags';
import { FILE_FLAGS, type FileObject, readFiles } from '../manifest-files';
import { type Request, storedKind, storeObjects } from '../store-objects';
import type { Call, Verb } from '../verb';

const FLAGS: readonly Flag[] = [
  ...FILE_FLAGS,
  { name: 'overwrite', takes: 'switch' },
  { name: 'validate', takes: 'text', alone: 'strict' },
  { name: 'wait', takes: 'switch' },
  { name: 'timeout', takes: 'text' },
  { name: 'field-manager', takes: 'text' },
  { name: 'openapi-patch', takes: 'switch' },
  { name: 'force-conflicts', takes: 'switch', isUnmodelled: true },
  { name: 'server-side', takes: 'switch', isUnmodelled: true },
  { name: 'dry-run', takes: 'text', alone: 'unchanged', isUnmodelled: true },
  { name: 'force', takes: 'switch', isUnmodelled: true },
  { name: 'prune', takes: 'switch', isUnmodelled: true },
  { name: 'all', takes: 'switch', isUnmodelled: true },
  { name: 'selector', letter: 'l', takes: 'text', isUnmodelled: true },
  { name: 'output', letter: 'o', takes: 'text', isUnmodelled: true },
];

export const applyVerb: Verb = {
  name: 'apply',
  short: 'Apply a configuration to a resource by file name or stdin',
  usage: 'kubectl apply (-f FILENAME | -k DIRECTORY) [options]',
  flags: FLAGS,

  run(call) {
    const { words, cluster } = call;
    if (words.operands.length > 0) {
      throw helpError(`Unexpected args: [${words.operands.join(' ')}]`, 'apply');
    }
    if (!words.has('filename')) throw ownError('must specify one of -f and -k');
    const { objects, errors } = readFiles(call);
    const key = keyOf('apply', objects);
    const requests = objects.map((object) => requestFor(call, object));
    return storeObjects(cluster, key, requests, ({ result }) => result, errors);
  },
};

function requestFor({ cluster }: Call, object: FileObject): Request {
  const { type, document, name, namespace, source } = object;
  const kind = storedKind(type);
  const exists = cluster.control.store.get(kind, name, namespace) !== undefined;
  return {
    type,
    name,
    namespace,
    draft: ({ store }) => draftApplied(kind, document, namespace, store),
    occasion: exists ? '' : `error when creating "${source}": `,
  };
}

/** All that the change depends on, besides what is there. */
export function keyOf(verb: string, objects: readonly FileObject[]): string {
  const said = objects.map(({ document, namespace, source }) => [
    namespace,
    source,
    document.value,
    document.positionOf([]),
  ]);
  return `kubectl ${verb} ${JSON.stringify(said)}`;
}
