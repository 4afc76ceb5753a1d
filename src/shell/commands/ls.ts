/** `ls`: the library's, whose files belong to nobody that there is here. */
import { original } from './original';
import type { ShellCommand } from './shell-command';

const OWNER = /^(\S{10} +\d+ )user user /gm;

export const ls: ShellCommand = async (words, call) => {
  const result = await original(words, call);
  return { ...result, stdout: result.stdout.replace(OWNER, '$1root root ') };
};
