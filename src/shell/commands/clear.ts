/** `clear`: there is no screen to clear. */
import { printed } from '../../commands/command';
import type { ShellCommand } from './shell-command';

export const clear: ShellCommand = () => printed('');
