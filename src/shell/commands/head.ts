/** `head`: the library's, and `head -n -3`, all but the last lines, which it does not know. */
import { linesOf } from '../../commands/command';
import { original } from './original';
import { runHere } from './run-here';
import type { ShellCommand } from './shell-command';

const ALL_BUT = /^(?:-n|--lines=)-(\d+)$/;

export const head: ShellCommand = async (words, call) => {
  const given = words[0] === '-n' ? [`-n${words[1] ?? ''}`, ...words.slice(2)] : words;
  const [first = '', ...files] = given;
  const [, count] = ALL_BUT.exec(first) ?? [];
  if (count === undefined) return original(words, call);
  const { stdout, stderr, exit } = await runHere(['cat', ...files], call);
  const lines = stdout.split('\n').slice(0, -1);
  return {
    stdout: linesOf(lines.slice(0, Math.max(0, lines.length - Number(count)))),
    stderr,
    exit,
  };
};
