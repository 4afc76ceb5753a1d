/** `touch`: the library's, with the virtual clock (touch(1), coreutils). */
import { wallClock } from '../../base/wall-clock';
import type { ShellCommand } from './shell-command';

const GIVES_TIME = /^(?:-[a-z]*[drt]|--date|--reference)/;

export const touch: ShellCommand = async (words, { shell, context }) => {
  const now = ['-d', wallClock(shell.world.timeline.nowUs).toISOString()];
  const isGiven = words.some((word) => GIVES_TIME.test(word));
  const result = await context.origCommand?.([...(isGiven ? [] : now), ...words]);
  return {
    stdout: result?.stdout ?? '',
    stderr: result?.stderr ?? '',
    exit: result?.exitCode ?? 1,
  };
};
