/** `uname`: what the kernel of a node says of itself; a pod has its node's kernel (uname(1)). */

import { KERNEL_RELEASE, KERNEL_VERSION } from '../../cluster/kernel-release';
import { failed, printed } from '../../commands/command';
import type { ShellCommand } from './shell-command';

export const uname: ShellCommand = (words, { shell }) => {
  const fields: readonly (readonly [string, string])[] = [
    ['s', 'Linux'],
    ['n', shell.hostname],
    ['r', KERNEL_RELEASE],
    ['v', KERNEL_VERSION],
    ['m', 'x86_64'],
    ['p', 'x86_64'],
    ['i', 'x86_64'],
    ['o', 'GNU/Linux'],
  ];
  const letters = words.join('').replaceAll('-', '') || 's';
  const wrong = [...letters].find((letter) => !'asnrvmpio'.includes(letter));
  if (wrong !== undefined) {
    return failed(
      `uname: invalid option -- '${wrong}'\nTry 'uname --help' for more information.`,
      1,
    );
  }
  const chosen = fields.filter(([letter]) => letters.includes('a') || letters.includes(letter));
  return printed(`${chosen.map(([, text]) => text).join(' ')}\n`);
};
