/** `kubectl replace -f` (k8s.io/kubectl, pkg/cmd/replace): as it is written, whatever was there. */
import { deleteResource } from '../../../apply';
import { ownError, serverError } from '../complaint';
import { draftCreated } from '../draft-object';
import { FILE_FLAGS, type FileObject, readFiles } from '../manifest-files';
import { qualifiedName } from '../resource-type';
import { type Request, storedKind, storeObjects } from '../store-objects';
import type { Call, Verb } from '../verb';
import { keyOf } from './apply';

export const replaceVerb: Verb = {
  name: 'replace',
  short: 'Replace a resource by file name or stdin',
  usage: 'kubectl replace -f FILENAME [options]',
  flags: [
    ...FILE_FLAGS,
    { name: 'force', takes: 'switch' },
    { name: 'grace-period', takes: 'number' },
    { name: 'validate', takes: 'text', alone: 'strict' },
    { name: 'cascade', takes: 'text', alone: 'background' },
    { name: 'dry-run', takes: 'text', alone: 'unchanged', isUnmodelled: true },
    { name: 'output', letter: 'o', takes: 'text', isUnmodelled: true },
    { name: 'save-config', takes: 'switch', isUnmodelled: true },
  ],

  run(call) {
    if (!call.words.has('filename')) throw ownError('must specify one of -f and -k');
    const { objects, errors } = readFiles(call);
    const isForced = call.words.isOn('force');
    const said = isForced ? objects.map((object) => removed(call, object)).join('') : '';
    const missing = isForced ? [] : objects.filter((object) => !isThere(call, object));
    const unknown = missing.map(({ type, name, source }) => {
      const what = `${qualifiedName(type)} "${name}" not found`;
      return serverError('NotFound', `error when replacing "${source}": ${what}`);
    });
    const known = objects.filter((object) => !missing.includes(object));
    const result = storeObjects(
      call.cluster,
      keyOf('replace', known),
      known.map(requestFor),
      () => 'replaced',
      [...errors, ...unknown],
    );
    return { ...result, stdout: said + result.stdout };
  },
};

function isThere({ cluster }: Call, { type, name, namespace }: FileObject): boolean {
  return cluster.control.store.get(storedKind(type), name, namespace) !== undefined;
}

function removed({ cluster }: Call, { type, name, namespace }: FileObject): string {
  const change = deleteResource(cluster, storedKind(type), name, namespace ?? 'default');
  return change === undefined ? '' : `${type.singular} "${name}" deleted\n`;
}

function requestFor({ type, document, name, namespace, source }: FileObject): Request {
  const kind = storedKind(type);
  const occasion = `error when replacing "${source}": `;
  return { type, name, namespace, draft: () => draftCreated(kind, document, namespace), occasion };
}
