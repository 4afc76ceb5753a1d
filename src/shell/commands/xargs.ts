/** `xargs`: the library's, which wants blanks between its options and their values (xargs(1), findutils). */
import type { ShellCommand } from './shell-command';

const ATTACHED = /^-([IndLPs])(.+)$/;
const WITH_VALUE = /^-[IndLPsEa]$/;

export const xargs: ShellCommand = async (words, { context }) => {
  const options: string[] = [];
  let at = 0;
  for (; words[at]?.startsWith('-') === true; at++) {
    const word = words[at] ?? '';
    const [, letter, value] = ATTACHED.exec(word) ?? [];
    options.push(...(letter === undefined || value === undefined ? [word] : [`-${letter}`, value]));
    if (WITH_VALUE.test(word)) options.push(words[++at] ?? '');
  }
  const result = await context.origCommand?.([...options, ...words.slice(at)]);
  return {
    stdout: result?.stdout ?? '',
    stderr: result?.stderr ?? '',
    exit: result?.exitCode ?? 1,
  };
};
