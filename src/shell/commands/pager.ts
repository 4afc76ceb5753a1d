/** `less`, `more`: nobody turns pages here, so they are `cat`. */
import { runHere } from './run-here';
import type { ShellCommand } from './shell-command';

export const pager: ShellCommand = (words, call) =>
  runHere(['cat', ...words.filter((word) => !/^[-+]./.test(word))], call);
