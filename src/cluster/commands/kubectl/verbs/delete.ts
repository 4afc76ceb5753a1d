/** `kubectl delete` (k8s.io/kubectl, pkg/cmd/delete). */
import type { CommandResult } from '../../../../commands/command';
import type { CommandError } from '../../../../netfilter/command-error';
import { deleteResource } from '../../../apply';
import type { Cluster } from '../../../cluster';
import { type KubectlError, notFound, ownError, serverError } from '../complaint';
import type { Flag } from '../flags';
import { FILE_FLAGS, readFiles } from '../manifest-files';
import { objectName, qualifiedName, type ResourceType } from '../resource-type';
import { resourceTypes } from '../resource-types';
import { SELECTION_FLAGS, selectObjects } from '../select-objects';
import { resultOf, storedKind } from '../store-objects';
import type { Call, Verb } from '../verb';

const FLAGS: readonly Flag[] = [
  ...FILE_FLAGS,
  ...SELECTION_FLAGS,
  { name: 'all', takes: 'switch' },
  { name: 'force', takes: 'switch' },
  { name: 'grace-period', takes: 'number' },
  { name: 'now', takes: 'switch' },
  { name: 'wait', takes: 'switch' },
  { name: 'timeout', takes: 'text' },
  { name: 'cascade', takes: 'text', alone: 'background' },
  { name: 'ignore-not-found', takes: 'switch' },
  { name: 'output', letter: 'o', takes: 'text' },
  { name: 'dry-run', takes: 'text', alone: 'unchanged', isUnmodelled: true },
  { name: 'interactive', letter: 'i', takes: 'switch', isUnmodelled: true },
  { name: 'raw', takes: 'text', isUnmodelled: true },
];

const NOTHING_NAMED = `You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'`;

const FORCE_WARNING =
  'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.\n';

interface Doomed {
  readonly type: ResourceType;
  readonly name: string;
  readonly namespace: string | undefined;
  /** Where in the words of an error the file is named. */
  readonly occasion: string;
}

interface Sentence {
  readonly doomed: readonly Doomed[];
  readonly errors: readonly CommandError[];
}

export const deleteVerb: Verb = {
  name: 'delete',
  short:
    'Delete resources by file names, stdin, resources and names, or by resources and label selector',
  usage: 'kubectl delete ([-f FILENAME] | TYPE [(NAME | -l label | --all)]) [options]',
  flags: FLAGS,

  run(call) {
    const { words } = call;
    const { doomed, errors } = words.has('filename') ? inFiles(call) : inWords(call);
    if (doomed.length === 0 && errors.length === 0) {
      return { stdout: 'No resources found\n', stderr: '', exit: 0 };
    }
    const result = deleteAll(call, doomed, errors);
    return isForced(call) ? { ...result, stderr: FORCE_WARNING + result.stderr } : result;
  },
};

function isForced({ words }: Call): boolean {
  return words.isOn('force');
}

function inFiles(call: Call): Sentence {
  const { objects, errors } = readFiles(call);
  const doomed = objects.map(({ type, name, namespace, source }) => {
    return { type, name, namespace, occasion: `error when deleting "${source}": ` };
  });
  return { doomed, errors };
}

function inWords(call: Call): Sentence {
  const { words } = call;
  const { operands } = words;
  if (operands.length === 0) throw ownError(NOTHING_NAMED);
  const isOpen = operands.length === 1 && !operands[0]?.includes('/');
  const isBounded = words.isOn('all') || words.has('selector') || words.has('field-selector');
  if (isOpen && !isBounded) {
    throw ownError('resource(s) were provided, but no name was specified');
  }
  const { found, missing } = selectObjects(call);
  const doomed = found.map(({ type, object: { metadata } }) => {
    return { type, name: metadata.name, namespace: metadata.namespace, occasion: '' };
  });
  return { doomed, errors: missing };
}

function deleteAll(
  call: Call,
  doomed: readonly Doomed[],
  before: readonly CommandError[],
): CommandResult {
  const errors = [...before];
  const done: string[] = [];
  for (const one of doomed) {
    const error = deleteOne(call, one);
    if (error === undefined) done.push(said(call, one));
    else errors.push(error);
  }
  const isSilent = call.words.isOn('ignore-not-found');
  return resultOf(
    done,
    isSilent ? errors.filter(({ message }) => !message.includes('(NotFound)')) : errors,
  );
}

function said(call: Call, { type, name }: Doomed): string {
  if (call.words.text('output') === 'name') return objectName(type, name);
  const [shown = ''] = objectName(type, '').split('/');
  return `${shown} "${name}" ${isForced(call) ? 'force deleted' : 'deleted'}`;
}

/** @returns what the API server has against it */
function deleteOne({ cluster }: Call, doomed: Doomed): KubectlError | undefined {
  const { type, name, namespace, occasion } = doomed;
  if (type.kind === 'Namespace') {
    const isGiven = ['default', 'kube-system', 'kube-public'].includes(name);
    if (isGiven) {
      const why = `namespaces "${name}" is forbidden: this namespace may not be deleted`;
      return serverError('Forbidden', `${occasion}${why}`);
    }
    emptyNamespace(cluster, name);
  }
  const change = deleteResource(cluster, storedKind(type), name, namespace ?? 'default');
  if (change !== undefined) return undefined;
  if (occasion === '') return notFound(qualifiedName(type), name);
  return serverError('NotFound', `${occasion}${qualifiedName(type)} "${name}" not found`);
}

/** All that is in a namespace goes with it. */
function emptyNamespace(cluster: Cluster, namespace: string): void {
  for (const { stored } of resourceTypes.filter(({ isNamespaced }) => isNamespaced)) {
    if (stored === undefined) continue;
    const inside = cluster.control.store
      .list(stored)
      .filter(({ metadata }) => metadata.namespace === namespace);
    for (const { metadata } of inside) deleteResource(cluster, stored, metadata.name, namespace);
  }
}
