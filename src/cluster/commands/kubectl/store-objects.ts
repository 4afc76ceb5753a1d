/** Objects on their way to the API server, and what it says of each. */
import type { CommandResult } from '../../../commands/command';
import { notModelled } from '../../../commands/command';
import type { Kind } from '../../../manifest/kind';
import { ManifestError } from '../../../manifest/manifest-error';
import type { CommandError } from '../../../netfilter/command-error';
import { applyEach, type Draft, type Outcome } from '../../apply-each';
import type { Cluster } from '../../cluster';
import { invalidObject, serverError } from './complaint';
import { refusePodUpdate } from './pod-update';
import { objectName, type ResourceType } from './resource-type';

/** One object, and how to make it. */
export interface Request {
  readonly type: ResourceType;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly draft: Draft;
  /** Where in the words of an error the file is named: `error when creating "pods.yaml": `. */
  readonly occasion: string;
}

/** The kind as it is stored. @throws CommandError of what nobody may store here */
export function storedKind({ kind, stored }: ResourceType): Kind {
  if (stored === undefined) throw notModelled(`making or changing a ${kind}`);
  return stored;
}

/**
 * @param key names the change, as for `Cluster.change`
 * @param word what has become of an object: `created`
 * @param errors what went wrong before
 */
export function storeObjects(
  cluster: Cluster,
  key: string,
  requests: readonly Request[],
  word: (outcome: Exclude<Outcome, ManifestError>) => string,
  errors: readonly CommandError[] = [],
): CommandResult {
  const outcomes = applyEach(
    cluster,
    key,
    requests.map(
      ({ draft }): Draft =>
        (control) => {
          const parsed = draft(control);
          refusePodUpdate(cluster, control, parsed);
          return parsed;
        },
    ),
  );
  const done: string[] = [];
  const failures = [...errors];
  requests.forEach((request, at) => {
    const outcome = outcomes[at];
    if (outcome === undefined) return;
    if (outcome instanceof ManifestError) failures.push(complaintOf(request, outcome));
    else done.push(`${objectName(request.type, request.name)} ${word(outcome)}\n`);
  });
  return {
    stdout: done.join(''),
    stderr: failures.map(({ message }) => `${message}\n`).join(''),
    exit: Math.max(0, ...failures.map(({ exitStatus }) => exitStatus)),
  };
}

/** What is wrong, in our words and with its place, within kubectl's. */
function complaintOf({ type, name, namespace, occasion }: Request, error: ManifestError) {
  const what = error.message.trimEnd();
  switch (error.code) {
    case 'not-modelled':
      return notModelled(what);
    case 'unknown-namespace':
      return serverError('NotFound', `${occasion}namespaces "${namespace}" not found`);
    case 'unknown-field': {
      const version = `${type.kind} in version "${type.version}"`;
      return serverError(
        'BadRequest',
        `${occasion}${version} cannot be handled as a ${type.kind}: strict decoding error: ${what}`,
      );
    }
    case 'immutable':
      return invalidObject(type.kind, name, type.kind === 'Pod' ? error.reason : what);
    default:
      return invalidObject(type.kind, name, what);
  }
}

/** What was done, and what went wrong, one a line. */
export function resultOf(done: readonly string[], errors: readonly CommandError[]): CommandResult {
  return {
    stdout: done.map((line) => `${line}\n`).join(''),
    stderr: errors.map(({ message }) => `${message}\n`).join(''),
    exit: Math.max(0, ...errors.map(({ exitStatus }) => exitStatus)),
  };
}
