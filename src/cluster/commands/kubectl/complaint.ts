/**
 * What kubectl complains of (k8s.io/kubectl, pkg/cmd/util/helpers.go): its own errors begin with
 * `error:`, those of the API server with `Error from server`.
 */
import { CommandError } from '../../../netfilter/command-error';

export class KubectlError extends CommandError {
  override readonly name = 'KubectlError';

  constructor(message: string, exitStatus = 1) {
    super(message, exitStatus);
  }
}

export function ownError(message: string): KubectlError {
  return new KubectlError(`error: ${message}`);
}

/** Options or words that make no sense. @param verb whose help might help */
export function usageError(message: string, verb: string): KubectlError {
  return ownError(`${message}\nSee '${`kubectl ${verb}`.trim()} --help' for usage.`);
}

/** The same in the words of `UsageErrorf`. */
export function helpError(message: string, verb: string): KubectlError {
  return ownError(`${message}\nSee 'kubectl ${verb} -h' for help and examples`);
}

/** What the API server answers. @param reason `NotFound` */
export function serverError(reason: string, message: string): KubectlError {
  return new KubectlError(`Error from server (${reason}): ${message}`);
}

/** @param resource with its group: `ippools.crd.projectcalico.org` */
export function notFound(resource: string, name: string): KubectlError {
  return serverError('NotFound', `${resource} "${name}" not found`);
}

/** An object that the API server would not store. */
export function invalidObject(kind: string, name: string, why: string): KubectlError {
  return new KubectlError(`The ${kind} "${name}" is invalid: ${why}`);
}
