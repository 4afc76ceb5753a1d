/** `whoami`, `id`: everybody here is root. */
import { failed, printed } from '../../commands/command';
import type { ShellCommand } from './shell-command';

export const whoami: ShellCommand = () => printed('root\n');

export const id: ShellCommand = (words) => {
  const [option, user = 'root'] =
    words[0]?.startsWith('-') === true ? words : [undefined, ...words];
  if (user !== 'root') return failed(`id: ‘${user}’: no such user`, 1);
  if (option === undefined) return printed('uid=0(root) gid=0(root) groups=0(root)\n');
  return printed(option.includes('n') ? 'root\n' : '0\n');
};
