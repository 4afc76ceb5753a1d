/** The hidden command behind a redirection: tells what a file of the kernel's did not take. */
import { failed } from '../../commands/command';
import type { ShellCommand } from './shell-command';

const BUILTINS = new Set(['echo', 'printf']);

export const written: ShellCommand = ([exit = '0', name = ''], { shell }) => {
  const refusal = shell.files.guard.takeRefusal();
  if (refusal === undefined) return { stdout: '', stderr: '', exit: Number(exit) };
  if (refusal.path !== undefined) return failed(`bash: ${refusal.path}: ${refusal.reason}`, 1);
  const who = BUILTINS.has(name) ? `bash: ${name}` : name;
  return { stdout: '', stderr: `${who}: write error: ${refusal.reason}\n`, exit: 1 };
};
