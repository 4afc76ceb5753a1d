/** `ls`: the library's, whose files belong to nobody that there is here. */
import type { ShellCommand } from './shell-command';

const OWNER = /^(\S{10} +\d+ )user user /gm;

export const ls: ShellCommand = async (words, { context }) => {
  const result = await context.origCommand?.([...words]);
  const stdout = (result?.stdout ?? '').replace(OWNER, '$1root root ');
  return { stdout, stderr: result?.stderr ?? '', exit: result?.exitCode ?? 1 };
};
