/** The hidden first and last commands of a line: they carry the status from line to line. */
import type { ShellCommand } from './shell-command';

/** Makes `$?` what it was. */
export const status: ShellCommand = ([exit = '0']) => ({
  stdout: '',
  stderr: '',
  exit: Number(exit),
});

/** Who gets here has not left the shell. */
export const end: ShellCommand = ([exit = '0'], { shell }) => {
  const thread = shell.world.timeline.current;
  if (thread !== undefined) thread.hasReachedEnd = true;
  return { stdout: '', stderr: '', exit: Number(exit) };
};
