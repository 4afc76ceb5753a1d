/** `bash`, `sh`, `zsh`: with a script they run it; alone, at a terminal, their user moves in. */
import { printed } from '../../commands/command';
import type { ShellName } from '../time/thread';
import { runHere } from './run-here';
import type { ShellCommand } from './shell-command';

export function newShell(name: ShellName): ShellCommand {
  return async (words, call) => {
    const { shell, context } = call;
    const isAlone = words.every((word) => /^-(?:i|l|il|li|-login)$/.test(word));
    if (!isAlone || String(context.stdin) !== '') {
      const scriptWords = isAlone ? [] : words;
      if (name === 'zsh' || context.origCommand === undefined) {
        return runHere(['bash', ...scriptWords], call);
      }
      const { stdout, stderr, exitCode } = await context.origCommand([...scriptWords]);
      return { stdout, stderr, exit: exitCode };
    }
    const thread = shell.world.timeline.current;
    if (thread !== undefined)
      thread.move = { host: shell.name, shell: name, isLogin: words.length > 0 };
    return printed('');
  };
}
