/**
 * Where a command's output goes, as far as that can be read off its redirections before it runs
 * (bash(1), REDIRECTION): from left to right, each with what is known by then.
 */
import { literalOf, type Redirection } from '../language/tree';

export type Destination = 'terminal' | 'unknown' | { readonly path: string };

export interface Destinations {
  readonly stdout: Destination;
  readonly stderr: Destination;
}

const FILES: ReadonlySet<string> = new Set(['>', '>>', '>|', '&>', '&>>']);
const STDOUT = 1;
const STDERR = 2;

/** @param resolve makes a path absolute */
export function destinationsOf(
  redirections: readonly Redirection[],
  resolve: (path: string) => string,
): Destinations {
  let stdout: Destination = 'terminal';
  let stderr: Destination = 'terminal';
  for (const { operator, fd, target } of redirections) {
    const word = target.type === 'Word' ? literalOf(target) : undefined;
    let to: Destination = word === undefined ? 'unknown' : { path: resolve(word) };
    if (operator === '>&') to = word === '1' ? stdout : word === '2' ? stderr : 'unknown';
    else if (!FILES.has(operator)) continue;
    const isBoth = operator.startsWith('&');
    if (isBoth || (fd ?? STDOUT) === STDOUT) stdout = to;
    if (isBoth || fd === STDERR) stderr = to;
  }
  return { stdout, stderr };
}
