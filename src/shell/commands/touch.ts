/** `touch`: the library's, with the virtual clock (touch(1), coreutils). */
import { wallClock } from '../../base/wall-clock';
import { original } from './original';
import type { ShellCommand } from './shell-command';

const GIVES_TIME = /^(?:-[a-z]*[drt]|--date|--reference)/;

export const touch: ShellCommand = (words, call) => {
  const now = ['-d', wallClock(call.shell.world.timeline.nowUs).toISOString()];
  const isGiven = words.some((word) => GIVES_TIME.test(word));
  return original([...(isGiven ? [] : now), ...words], call);
};
