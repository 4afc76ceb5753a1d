/** The hidden first and last commands of a line: they carry the status from line to line. */
import type { ShellCommand } from './shell-command';

/** Makes `$?` what it was. */
export const status: ShellCommand = ([exit = '0']) => ({
  stdout: '',
  stderr: '',
  exit: Number(exit),
});

/** An `exit` follows. */
export const leave: ShellCommand = ([exit = '0'], { shell }) => {
  const thread = shell.world.timeline.current;
  if (thread !== undefined) thread.hasMetExit = true;
  return { stdout: '', stderr: '', exit: Number(exit) };
};

/** Who gets here has not left the shell. */
export const end: ShellCommand = ([exit = '0', state], { shell }) => {
  const thread = shell.world.timeline.current;
  if (thread !== undefined) {
    thread.hasReachedEnd = true;
    thread.state = state;
  }
  return { stdout: '', stderr: '', exit: Number(exit) };
};
