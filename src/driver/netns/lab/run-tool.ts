/**
 * Runs the machine's own programs, in a network namespace or outside, to their end.
 */
import { spawn, spawnSync } from 'node:child_process';
import { fileOf } from './namespace-file';

export interface ToolResult {
  readonly stdout: string;
  readonly stderr: string;
  /** What the shell would say: 128 and the signal's number where it was killed. */
  readonly exit: number;
  /** Whether it was ended because it took too long. */
  readonly isOverdue: boolean;
}

/** The distribution's tools, whatever else is on somebody's PATH; their words untranslated. */
export const TOOL_ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: '/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  HOME: '/',
};

/** A program that has not ended by then hangs; in milliseconds. */
const PATIENCE_MS = 30_000;

/** So long what a program said last may take to arrive, in milliseconds. */
const LAST_WORDS_MS = 200;

const NO_SUCH_PROGRAM = 127;

/** @param words the program and its arguments */
export function runTool(
  words: readonly string[],
  { stdin = '', patienceMs = PATIENCE_MS }: { stdin?: string; patienceMs?: number } = {},
): Promise<ToolResult> {
  const [program = '', ...rest] = words;
  return new Promise((resolve) => {
    const child = spawn(program, rest, { env: TOOL_ENVIRONMENT, timeout: patienceMs });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', (error) => {
      const words = `${stderr}${error.message}\n`;
      resolve({ stdout, stderr: words, exit: NO_SUCH_PROGRAM, isOverdue: false });
    });
    const end = (code: number | null, signal: NodeJS.Signals | null) => {
      const exit = code ?? (signal === 'SIGKILL' ? 137 : 143);
      resolve({ stdout, stderr, exit, isOverdue: child.killed });
    };
    child.on('close', end);
    // Whatever it left running in the background may hold its output open for ever.
    child.on('exit', (...how) => setTimeout(end, LAST_WORDS_MS, ...how));
    // A program that ends without having read all is no mistake of ours.
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
  });
}

/** The same at once, for exit hooks, which cannot wait. */
export function runToolAtOnce(words: readonly string[], stdin: string): void {
  const [program = '', ...rest] = words;
  spawnSync(program, rest, { env: TOOL_ENVIRONMENT, input: stdin, timeout: PATIENCE_MS });
}

/** The words that run a program inside a namespace. */
export function inside(namespace: string, words: readonly string[]): readonly string[] {
  return ['nsenter', `--net=${fileOf(namespace)}`, ...words];
}

/** The words of a program that must not outlive this process, however that ends. */
export function mortal(words: readonly string[]): readonly string[] {
  return ['setpriv', '--pdeathsig', 'KILL', ...words];
}
