/** `env`, `printenv`: of a shell's variables only those that it exports (env(1), coreutils). */
import { linesOf, printed } from '../../commands/command';
import type { ShellCommand } from './shell-command';

export const env: ShellCommand = async (words, { context }) => {
  if (words.length > 0) {
    const result = await context.origCommand?.([...words]);
    return {
      stdout: result?.stdout ?? '',
      stderr: result?.stderr ?? '',
      exit: result?.exitCode ?? 1,
    };
  }
  const exported = Object.entries(context.exportedEnv ?? {});
  return printed(linesOf(exported.map(([name, value]) => `${name}=${value}`)));
};
