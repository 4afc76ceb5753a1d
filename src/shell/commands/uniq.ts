/** `uniq`: the library's, whose counts are narrower than those of coreutils. */
import { original } from './original';
import type { ShellCommand } from './shell-command';

const COUNT = /^ *(\d+) /gm;
const COUNT_WIDTH = 7;

export const uniq: ShellCommand = async (words, call) => {
  const result = await original(words, call);
  const counts = words.some((word) => /^-[a-z]*c|^--count$/.test(word));
  if (!counts) return result;
  const stdout = result.stdout.replace(COUNT, (_, count) => `${count.padStart(COUNT_WIDTH)} `);
  return { ...result, stdout };
};
