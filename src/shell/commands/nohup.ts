/** `nohup COMMAND`: nobody hangs up here (nohup(1), coreutils). */
import { failed } from '../../commands/command';
import { runHere } from './run-here';
import type { ShellCommand } from './shell-command';

export const nohup: ShellCommand = (words, call) =>
  words.length === 0
    ? failed("nohup: missing operand\nTry 'nohup --help' for more information.", 125)
    : runHere(words, call);
