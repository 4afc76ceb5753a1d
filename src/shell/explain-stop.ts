/**
 * A line that did too much was stopped by a limit: said in our words instead of the library's, which
 * name options that nobody here can set.
 */
import type { BashExecResult } from 'just-bash';
import type { Answer } from './terminal';

export interface Told extends Answer {
  readonly isStopped: boolean;
}

const EXIT_LIMIT = 126;
const EXIT_TIME = 124;
const LIMIT =
  /^(?:bash: )?(.*(?:limit exceeded|maximum .*exceeded|too many|size exceeded|exceeds|exceeded maximum|limit reached).*?)(?:, increase \S+)?$/;
/** The limits that are ours are told to the library as works of which there may be none. */
const OWN_LIMIT = /^(?:bash: )+(more than .*) work limit exceeded \(0\)$/;
/** What `kubectl exec` adds to what was stopped in a pod. */
const ADDED = /(?:command terminated with exit code \d+\n)+$/;
const DEADLINE = /^bash: .*(?:execution deadline|aborted)/;

export function explainStop({ stdout, stderr, exitCode }: BashExecResult): Told {
  const lines = stderr.replace(ADDED, '').trimEnd().split('\n');
  const last = lines.at(-1) ?? '';
  const why = reasonOf(last, exitCode);
  if (why === undefined) return { stdout, stderr, exit: exitCode, isStopped: false };
  const before = lines.slice(0, -1).map((line) => `${line}\n`);
  const said = `${before.join('')}calicumber: stopped: ${why}\n`;
  return { stdout, stderr: said, exit: exitCode, isStopped: true };
}

/** What the library says of a script that a signal stopped, and no shell says. */
export function withoutAbort(stderr: string): string {
  return stderr.replace(/^(?:bash: .*|execution )aborted\n/gm, '');
}

function reasonOf(last: string, exit: number): string | undefined {
  if (exit === EXIT_TIME && DEADLINE.test(last)) return 'the line took too long';
  if (exit !== EXIT_LIMIT) return undefined;
  return OWN_LIMIT.exec(last)?.[1] ?? LIMIT.exec(last)?.[1];
}
