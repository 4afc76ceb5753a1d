/** `tail`: the library's, which knows files that are there, and not what somebody may yet write. */
import { failed } from '../../commands/command';
import { original } from './original';
import type { ShellCommand } from './shell-command';

const FOLLOWS = /^(?:-[a-z]*[fF]\d*|--follow(?:=.*)?|--retry|--pid=.*)$/;
const EXIT_NOT_MODELLED = 64;

export const tail: ShellCommand = (words, call) => {
  const follow = words.find((word) => FOLLOWS.test(word));
  if (follow === undefined) return original(words, call);
  return failed(`not modelled here: tail ${follow}`, EXIT_NOT_MODELLED);
};
