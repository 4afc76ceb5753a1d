/**
 * iptables' command line, up to the rule (`do_parse`, iptables/xshared.c, 1.8.9): the table, one
 * command with its chain, and how to print.
 */
import { badArgument, parameterProblem } from '../../netfilter/command-error';
import type { NetfilterTable } from '../../netfilter/packet';
import { noTable, tableNamed } from './table-names';

/** Letter, long name, and how many words the command takes before the rule: at least, at most. */
const COMMANDS = [
  ['A', 'append', 1, 1],
  ['C', 'check', 1, 1],
  ['D', 'delete', 1, 2],
  ['I', 'insert', 1, 2],
  ['R', 'replace', 2, 2],
  ['L', 'list', 0, 2],
  ['S', 'list-rules', 0, 2],
  ['F', 'flush', 0, 1],
  ['Z', 'zero', 0, 1],
  ['N', 'new-chain', 1, 1],
  ['X', 'delete-chain', 0, 1],
  ['P', 'policy', 2, 2],
] as const;

export type IptablesCommand = (typeof COMMANDS)[number][1];

export interface IptablesLine {
  readonly table: NetfilterTable;
  readonly command: IptablesCommand;
  readonly chain: string | undefined;
  /** A rule's number, or a policy. */
  readonly second: string | undefined;
  /** Words of the rule. */
  readonly rule: readonly string[];
  readonly manner: ListManner;
}

export interface ListManner {
  /** `-n` */
  readonly isNumeric: boolean;
  /** `-v` */
  readonly isVerbose: boolean;
  /** `-x`: counters without K and M. */
  readonly isExact: boolean;
  /** `--line-numbers` */
  readonly hasNumbers: boolean;
}

const FLAGS: Readonly<Record<string, string>> = {
  '--numeric': '-n',
  '--verbose': '-v',
  '--exact': '-x',
  '--ipv4': '-4',
};
const FLAG_LETTERS = 'nvx4';
const LINE_NUMBERS: ReadonlySet<string> = new Set(['--line-numbers', '--line-number']);

export function parseIptables(words: readonly string[]): IptablesLine {
  const rest = words.flatMap(splitCluster);
  const flags = new Set<string>();
  const rule: string[] = [];
  let table: NetfilterTable = 'filter';
  let found:
    | { readonly command: IptablesCommand; readonly operands: readonly string[] }
    | undefined;
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    const flag = FLAGS[word] ?? word;
    const command = commandNamed(word);
    if (word === '--comment') rule.push(word, ...rest.splice(0, 1));
    else if (FLAG_LETTERS.includes(flag.slice(1)) && flag.length === 2) flags.add(flag);
    else if (LINE_NUMBERS.has(word)) flags.add('line-numbers');
    else if (word === '-w' || word === '--wait') takeOperands(rest, 1, isNumber);
    else if (word === '-t' || word === '--table') table = takeTable(rest);
    else if (command === undefined) rule.push(word);
    else if (found !== undefined) throw parameterProblem(`Cannot use ${word} with another command`);
    else found = { command: command[1], operands: takeCommand(word, command, rest) };
  }
  if (found === undefined) {
    const [stray] = rule;
    if (stray === undefined) throw parameterProblem('no command specified');
    throw stray.startsWith('-')
      ? parameterProblem(`unknown option "${stray}"`)
      : badArgument(stray);
  }
  const [chain, second] = found.operands;
  return { table, command: found.command, chain, second, rule, manner: mannerOf(flags) };
}

function mannerOf(flags: ReadonlySet<string>): ListManner {
  return {
    isNumeric: flags.has('-n'),
    isVerbose: flags.has('-v'),
    isExact: flags.has('-x'),
    hasNumbers: flags.has('line-numbers'),
  };
}

/** `-nvL` and `-tnat` as getopt(3) reads them. */
function splitCluster(word: string): readonly string[] {
  const parts: string[] = [];
  if (!/^-[a-zA-Z4]{2,}/.test(word)) return [word];
  for (let at = 1; at < word.length; at++) {
    const letter = word.charAt(at);
    parts.push(`-${letter}`);
    if (FLAG_LETTERS.includes(letter)) continue;
    const attached = word.slice(at + 1);
    if (attached !== '') parts.push(attached);
    break;
  }
  return parts;
}

function commandNamed(word: string): (typeof COMMANDS)[number] | undefined {
  return COMMANDS.find(([letter, name]) => word === `-${letter}` || word === `--${name}`);
}

function takeCommand(
  word: string,
  [, name, least, most]: (typeof COMMANDS)[number],
  rest: string[],
): readonly string[] {
  const isOperand = (next: string) => !next.startsWith('-') && next !== '!';
  const needed = takeOperands(rest, least, isOperand);
  if (needed.length < least) throw parameterProblem(`option "${word}" requires an argument`);
  // What follows a chain is a number: `-D FORWARD 3`, or the rule begins.
  const more = name === 'list' || name === 'list-rules' ? isOperand : isNumber;
  const optional = takeOperands(rest, most - least, least === 0 ? isOperand : more);
  return [...needed, ...optional];
}

function takeOperands(
  rest: string[],
  most: number,
  fits: (word: string) => boolean,
): readonly string[] {
  let count = 0;
  for (const word of rest.slice(0, most)) {
    if (!fits(word)) break;
    count += 1;
  }
  return rest.splice(0, count);
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}

function takeTable(rest: string[]): NetfilterTable {
  const name = rest.shift();
  if (name === undefined) throw parameterProblem('option "-t" requires an argument');
  const table = tableNamed(name);
  if (table === undefined) throw noTable(name);
  return table;
}
