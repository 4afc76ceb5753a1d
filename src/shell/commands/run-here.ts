/** Runs a command of the same host for another command: `sudo ip route`, `timeout 3 ping pod2`. */
import type { CommandResult } from '../../commands/command';
import { withoutAbort } from '../explain-stop';
import { isShellName } from '../time/thread';
import type { Call } from './shell-command';

/**
 * @param words of the command; nobody reads them anew
 * @param signal stops it between two of its commands, where it is a script
 */
export async function runHere(
  words: readonly string[],
  { context }: Call,
  signal?: AbortSignal,
): Promise<CommandResult> {
  const [name = '', ...args] = words;
  const { exec, cwd, env, stdin } = context;
  if (exec === undefined) return { stdout: '', stderr: '', exit: 1 };
  // A script is not put into one more shell, whose end would take the script's output with it.
  const script = isShellName(name) && args[0] === '-c' && args.length === 2 ? args[1] : undefined;
  const text = script ?? `'${name.replaceAll("'", "'\\''")}'`;
  const { stdout, stderr, exitCode } = await exec(text, {
    ...(script === undefined ? { args } : {}),
    cwd,
    env: Object.fromEntries(env),
    stdin: String(stdin),
    stdinKind: 'bytes',
    ...(signal === undefined || script === undefined ? {} : { signal }),
  });
  return {
    stdout,
    stderr: signal?.aborted === true ? withoutAbort(stderr) : stderr,
    exit: exitCode,
  };
}
