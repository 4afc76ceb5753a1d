/**
 * What kubectl and calicoctl say when they fail, as the error that a scenario understands
 * (k8s.io/apimachinery/pkg/api/errors, k8s.io/kubectl/pkg/cmd/util/helpers.go).
 */
import { NotObservedError, RefusedError } from '../../driver';

const NO_ANSWER = /Unable to connect|was refused|no such host|i\/o timeout|TLS handshake|deadline/i;
const NOT_ALLOWED = /\(Forbidden\)|is forbidden|\(Unauthorized\)|must be logged in|Unauthorized/;
const NOT_VALID = /is invalid|\(BadRequest\)|error (?:when )?validating|\(Invalid\)|unknown field/;

/** @param what the program and what was wanted of it: `kubectl get nodes` */
export function complaintOf(what: string, stderr: string): Error {
  const words = firstLineOf(stderr);
  if (NOT_ALLOWED.test(stderr)) return new NotObservedError(`${what} is not allowed: ${words}`);
  if (NO_ANSWER.test(stderr)) return new NotObservedError(`the cluster does not answer: ${words}`);
  if (NOT_VALID.test(stderr)) return new RefusedError(words);
  return new NotObservedError(`${what}: ${words}`);
}

/** Also what calicoctl says of a resource that is not there (libcalico-go/lib/errors). */
export function isNotFound(stderr: string): boolean {
  return /\(NotFound\)|resource does not exist/.test(stderr);
}

/** The first line that is no warning, without the name of whoever says it. */
function firstLineOf(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((one) => !/^(?:Warning|Flag|I\d{4}|W\d{4}|E\d{4})/.test(one)) ?? lines[0];
  return (line ?? 'it failed without a word').replace(/^(?:error|Error): /, '').trim();
}
