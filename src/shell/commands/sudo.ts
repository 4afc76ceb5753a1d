/** `sudo`, `su`: their user is root already, and is so again. */
import { type CommandResult, failed, printed } from '../../commands/command';
import { runHere } from './run-here';
import type { Call, ShellCommand } from './shell-command';

export const sudo: ShellCommand = (words, call) => {
  let at = 0;
  let isLogin = false;
  let wantsShell = false;
  for (; words[at]?.startsWith('-') === true; at++) {
    const word = words[at] ?? '';
    if (word === '-u' || word === '-g') at += 1;
    if (word === '-i') isLogin = true;
    if (word === '-s') wantsShell = true;
  }
  while (/^\w+=/.test(words[at] ?? '')) at += 1;
  const command = words.slice(at);
  if (command.length > 0) return runHere(command, call);
  return isLogin || wantsShell ? moveIn(isLogin, call) : failed(SUDO_USAGE, 1);
};

export const su: ShellCommand = (words, call) => {
  const at = words.findIndex((word) => word === '-c' || word === '--command');
  if (at >= 0) return runHere(['bash', '-c', words[at + 1] ?? ''], call);
  const isLogin = words.some((word) => word === '-' || word === '-l' || word === '--login');
  const [user = 'root'] = words.filter((word) => !word.startsWith('-'));
  return user === 'root'
    ? moveIn(isLogin, call)
    : failed(
        `su: user ${user} does not exist or the user entry does not contain all the required fields`,
        1,
      );
};

const SUDO_USAGE = `usage: sudo -h | -K | -k | -V
usage: sudo -v [-ABknS] [-g group] [-h host] [-p prompt] [-u user]
usage: sudo [-ABbEHknPS] [-C num] [-D directory] [-g group] [-h host] [-p prompt] [-u user] [command]`;

function moveIn(isLogin: boolean, { shell }: Call): CommandResult {
  const thread = shell.world.timeline.current;
  if (thread !== undefined) thread.move = { host: shell.name, shell: 'bash', isLogin };
  return printed('');
}
