/**
 * What the tabulator offers: names of commands where a command begins, and elsewhere what a lab has:
 * nodes, pods, interfaces, pools, addresses.
 */

export interface Vocabulary {
  readonly commands: readonly string[];
  readonly names: readonly string[];
}

/** Words after which a command begins: none, a pipe or a list, and commands that run another. */
const BEFORE_COMMAND = /(?:^|[|;&(]|\b(?:sudo|watch|time|nohup|timeout \S+)\s|--\s)\s*$/;

const LAST_WORD = /[^\s|;&()<>"'=,]*$/;

/** @returns the words that the line could end with, and the part of one that it ends with now */
export function completionsOf(
  line: string,
  { commands, names }: Vocabulary,
): readonly [readonly string[], string] {
  const [started = ''] = LAST_WORD.exec(line) ?? [];
  const before = line.slice(0, line.length - started.length);
  const words = BEFORE_COMMAND.test(before) ? commands : names;
  const fitting = words.filter((word) => word.startsWith(started));
  return [[...new Set(fitting)].sort(), started];
}
