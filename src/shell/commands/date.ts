/** `date`: the virtual clock on the wall, in UTC, in the formats that the library knows (date(1)). */
import { wallClock } from '../../base/wall-clock';
import type { ShellCommand } from './shell-command';

const SETS_DATE = /^(?:-d.*|--date.*|-r.*|--reference.*|-f.*)$/;

export const date: ShellCommand = async (words, { shell, context }) => {
  const now = wallClock(shell.world.timeline.nowUs);
  const isGiven = words.some((word) => SETS_DATE.test(word));
  const instant = isGiven ? [] : ['-d', now.toISOString()];
  const result = await context.origCommand?.(['-u', ...instant, ...words]);
  return {
    stdout: result?.stdout ?? '',
    stderr: result?.stderr ?? '',
    exit: result?.exitCode ?? 1,
  };
};
