/**
 * Runs a program of this machine to its end: words and no shell, a time limit, and bytes back.
 */
import { execFile } from 'node:child_process';
import { NotObservedError } from '../../driver';

export interface ProgramResult {
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly exit: number;
}

export interface ProgramOptions {
  readonly stdin?: string | undefined;
  /** So long it may take. */
  readonly patienceMs?: number | undefined;
  readonly environment: NodeJS.ProcessEnv;
}

const PATIENCE_MS = 60_000;
/** Captures come through here. */
const OUTPUT_MAX_BYTES = 256 * 1024 * 1024;

/**
 * @param words the program and its arguments
 * @throws NotObservedError where it is not on the PATH, or has not ended in time
 */
export function runProgram(
  words: readonly string[],
  { stdin = '', patienceMs = PATIENCE_MS, environment }: ProgramOptions,
): Promise<ProgramResult> {
  const [program = '', ...rest] = words;
  const options = {
    encoding: 'buffer',
    env: environment,
    timeout: patienceMs,
    killSignal: 'SIGKILL',
    maxBuffer: OUTPUT_MAX_BYTES,
  } as const;
  return new Promise((resolve, reject) => {
    const child = execFile(program, rest, options, (error, stdout, stderr) => {
      const words = stderr.toString('utf8');
      if (error === null) resolve({ stdout, stderr: words, exit: 0 });
      else if (typeof error.code === 'number') resolve({ stdout, stderr: words, exit: error.code });
      else reject(new NotObservedError(whyNoEnd(program, rest, error, patienceMs)));
    });
    // A program that ends without having read all is no mistake of ours.
    child.stdin?.on('error', () => {});
    child.stdin?.end(stdin);
  });
}

function whyNoEnd(
  program: string,
  rest: readonly string[],
  { code, message }: { readonly code?: unknown; readonly message: string },
  patienceMs: number,
): string {
  if (code === 'ENOENT') return `there is no ${program} on the PATH`;
  if (code === 'EACCES') return `${program} on the PATH may not be run`;
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return `${program} says more than fits`;
  if (code === undefined || code === null) {
    const what = [program, ...rest.slice(0, 6)].join(' ');
    return `${what} had not ended after ${patienceMs / 1000} s`;
  }
  return message;
}
