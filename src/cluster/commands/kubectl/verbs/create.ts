/** `kubectl create -f`, `create namespace` and `create serviceaccount` (pkg/cmd/create). */
import { notModelled } from '../../../../commands/command';
import type { JsonObject } from '../../go-yaml';
import { ownError, serverError } from '../complaint';
import { draftCreated, draftValue } from '../draft-object';
import { FILE_FLAGS, type FileObject, readFiles } from '../manifest-files';
import { qualifiedName, type ResourceType } from '../resource-type';
import { type Request, storedKind, storeObjects } from '../store-objects';
import { namespaceType } from '../types/namespace-type';
import { serviceAccountType } from '../types/service-account-type';
import type { Call, Verb } from '../verb';
import { keyOf } from './apply';

export const createVerb: Verb = {
  name: 'create',
  short: 'Create a resource from a file or from stdin',
  usage: 'kubectl create -f FILENAME [options]',
  flags: [
    ...FILE_FLAGS,
    { name: 'validate', takes: 'text', alone: 'strict' },
    { name: 'field-manager', takes: 'text' },
    { name: 'save-config', takes: 'switch', isUnmodelled: true },
    { name: 'dry-run', takes: 'text', alone: 'unchanged', isUnmodelled: true },
    { name: 'edit', takes: 'switch', isUnmodelled: true },
    { name: 'output', letter: 'o', takes: 'text', isUnmodelled: true },
    { name: 'selector', letter: 'l', takes: 'text', isUnmodelled: true },
    { name: 'raw', takes: 'text', isUnmodelled: true },
  ],

  unmodelledPart: ([what = '-']) =>
    what.startsWith('-') || what in NAMED_TYPES ? undefined : what,

  run(call) {
    const [what, name] = call.words.operands;
    if (what !== undefined) return createNamed(call, what, name);
    if (!call.words.has('filename')) throw ownError('must specify one of -f and -k');
    const { objects, errors } = readFiles(call);
    const isThere = (object: FileObject) =>
      exists(call, object.type, object.name, object.namespace);
    const clashes = objects.filter(isThere).map(({ type, name: taken, source }) => {
      const what = `${qualifiedName(type)} "${taken}" already exists`;
      return serverError('AlreadyExists', `error when creating "${source}": ${what}`);
    });
    const fresh = objects.filter((object) => !isThere(object));
    const key = keyOf('create', fresh);
    const all = [...errors, ...clashes];
    return storeObjects(call.cluster, key, fresh.map(requestFor), () => 'created', all);
  },
};

/** Those that need a name and nothing else. */
const NAMED_TYPES: Readonly<Record<string, ResourceType>> = {
  namespace: namespaceType,
  ns: namespaceType,
  serviceaccount: serviceAccountType,
  sa: serviceAccountType,
};

function exists(
  { cluster }: Call,
  type: ResourceType,
  name: string,
  namespace: string | undefined,
): boolean {
  return type
    .list(cluster)
    .some(({ metadata }) => metadata.name === name && metadata.namespace === namespace);
}

function requestFor({ type, document, name, namespace, source }: FileObject): Request {
  const kind = storedKind(type);
  const occasion = `error when creating "${source}": `;
  return { type, name, namespace, draft: () => draftCreated(kind, document, namespace), occasion };
}

function createNamed(call: Call, what: string, name: string | undefined) {
  const type = NAMED_TYPES[what];
  if (type === undefined) throw notModelled(`kubectl create ${what}`);
  if (name === undefined) throw ownError('exactly one NAME is required, got 0');
  const namespace = type.isNamespaced ? call.namespace : undefined;
  if (exists(call, type, name, namespace)) {
    throw serverError('AlreadyExists', `${qualifiedName(type)} "${name}" already exists`);
  }
  const kind = storedKind(type);
  const metadata = { name, namespace };
  const value: JsonObject = { apiVersion: kind.apiVersion, kind: kind.kind, metadata };
  const draft = () => draftValue(kind, value, name);
  const key = `kubectl create ${kind.kind} ${namespace}/${name}`;
  const request = { type, name, namespace, draft, occasion: '' };
  return storeObjects(call.cluster, key, [request], () => 'created');
}
