/** The library's own command of the same name, which one of ours stands before. */
import type { CommandResult } from '../../commands/command';
import type { Call } from './shell-command';

export async function original(
  words: readonly string[],
  { context }: Call,
): Promise<CommandResult> {
  const result = await context.origCommand?.([...words]);
  return {
    stdout: result?.stdout ?? '',
    stderr: result?.stderr ?? '',
    exit: result?.exitCode ?? 1,
  };
}
