/**
 * What goes wrong with one resource, in the words of libcalico-go (lib/errors/errors.go) and, behind
 * them, of the API server. calicoctl collects these and puts them into its own sentence.
 */

type CalicoErrorCode = 'missing' | 'exists' | 'unsupported' | 'conflict' | 'invalid';

export class CalicoError extends Error {
  override readonly name = 'CalicoError';
  readonly code: CalicoErrorCode;

  constructor(code: CalicoErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A resource as libcalico-go names it: `IPPool(default-ipv4-ippool)`, `NetworkSet(default/one)`. */
interface ResourceKey {
  readonly kind: string;
  readonly name: string;
  /** `undefined` where the kind has none. */
  readonly namespace: string | undefined;
}

function formatKey({ kind, name, namespace }: ResourceKey): string {
  return namespace === undefined ? `${kind}(${name})` : `${kind}(${namespace}/${name})`;
}

/** @param because what the API server says */
export function doesNotExist(key: ResourceKey, because: string): CalicoError {
  const message = `resource does not exist: ${formatKey(key)} with error: ${because}`;
  return new CalicoError('missing', message);
}

export function alreadyExists(key: ResourceKey): CalicoError {
  return new CalicoError('exists', `resource already exists: ${formatKey(key)}`);
}

export function updateConflict(key: ResourceKey): CalicoError {
  return new CalicoError('conflict', `update conflict: ${formatKey(key)}`);
}

/** @param what the resource, or its kind where all of them refuse */
export function notSupported(operation: string, what: string, because?: string): CalicoError {
  const reason = because === undefined ? '' : `: ${because}`;
  const message = `operation ${operation} is not supported on ${what}${reason}`;
  return new CalicoError('unsupported', message);
}

/** @param field `IPPool.Spec.CIDR` */
export function fieldError(field: string, value: string, reason: string): CalicoError {
  return new CalicoError('invalid', `error with field ${field} = '${value}' (${reason})`);
}

/** The whole command stops, with these words and the exit status 1. */
export class FatalError extends Error {
  override readonly name = 'FatalError';
  /** What had been printed before. */
  readonly stdout: string;

  constructor(message: string, stdout = '') {
    super(message);
    this.stdout = stdout;
  }
}

/** A file that cannot be read as resources. */
export function fileError(because: string): FatalError {
  return new FatalError(`Failed to execute command: ${because}`);
}
