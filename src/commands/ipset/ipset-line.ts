/**
 * ipset's command line (`ipset_parse_argv`, lib/ipset.c, 7.x): options stand anywhere, and the
 * beginning of a command's name is enough.
 */
import {
  ipsetRefusal,
  notModelled,
  ipsetUsageError as usageError,
} from '../../netfilter/command-error';

/** In the order in which beginnings are tried; then the letter, and how many operands it needs. */
const COMMANDS = [
  ['create', 'n', '-N', 2],
  ['destroy', 'x', '-X', 0],
  ['flush', '', '-F', 0],
  ['rename', 'e', '-E', 2],
  ['swap', 'w', '-W', 2],
  ['list', '', '-L', 0],
  ['save', '', '-S', 0],
  ['add', '', '-A', 2],
  ['del', '', '-D', 2],
  ['test', '', '-T', 2],
  ['help', '', '-H', 0],
  ['restore', '', '-R', 0],
  ['version', '', '-V', 0],
] as const;

export type IpsetCommand = (typeof COMMANDS)[number][0];
export type OutputMode = 'plain' | 'save' | 'xml';

export interface IpsetLine {
  readonly command: IpsetCommand;
  readonly operands: readonly string[];
  /** `-exist`, `-!` */
  readonly orIgnore: boolean;
  /** `-q` */
  readonly isQuiet: boolean;
  /** `-n` */
  readonly namesOnly: boolean;
  /** `-t` */
  readonly isTerse: boolean;
  /** `-s` */
  readonly isSorted: boolean;
  /** `-o` */
  readonly mode: OutputMode | undefined;
  /** `-f`: written by `list` and `save`, read by `restore`. */
  readonly file: string | undefined;
}

const FLAGS: Readonly<Record<string, string>> = {
  '-!': '-!',
  '-exist': '-!',
  '-q': '-q',
  '-quiet': '-q',
  '-n': '-n',
  '-name': '-n',
  '-t': '-t',
  '-terse': '-t',
  '-s': '-s',
  '-sorted': '-s',
};
const VALUED: Readonly<Record<string, string>> = {
  '-o': '-o',
  '-output': '-o',
  '-f': '-f',
  '-file': '-f',
};
const MODES: readonly OutputMode[] = ['plain', 'save', 'xml'];
const OPERANDS_MAX: Readonly<Partial<Record<IpsetCommand, number>>> = {
  list: 1,
  save: 1,
  flush: 1,
  destroy: 1,
  restore: 0,
  rename: 2,
  swap: 2,
  version: 0,
};

export function parseIpset(words: readonly string[]): IpsetLine {
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const rest: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const flag = FLAGS[word];
    const valued = VALUED[word];
    if (word === '-r' || word === '-resolve') throw notModelled('option -resolve');
    if (flag !== undefined) flags.add(flag);
    else if (valued !== undefined) values.set(valued, requireValue(words[++at], word));
    else rest.push(word);
  }
  const [name, ...operands] = rest;
  if (name === undefined) throw usageError('No command specified.');
  if (name === '-') throw notModelled('the interactive mode');
  return {
    command: commandNamed(name, operands),
    operands,
    orIgnore: flags.has('-!'),
    isQuiet: flags.has('-q'),
    namesOnly: flags.has('-n'),
    isTerse: flags.has('-t'),
    isSorted: flags.has('-s'),
    mode: modeNamed(values.get('-o')),
    file: values.get('-f'),
  };
}

function commandNamed(name: string, operands: readonly string[]): IpsetCommand {
  if (name === '-v' || name === '--version') return 'version';
  const row = COMMANDS.find(
    ([full, letter, option]) =>
      full.startsWith(name) || name === letter || name === option || name === `--${full}`,
  );
  if (row === undefined) throw usageError(`No command specified: unknown argument ${name}`);
  const [command, , , needed] = row;
  if (operands.length < needed) {
    const which = operands.length === 0 ? '' : 'second ';
    throw usageError(`Missing ${which}mandatory argument to command ${command}`);
  }
  const stray = operands[OPERANDS_MAX[command] ?? operands.length];
  if (stray !== undefined) throw usageError(`Unknown argument ${stray}`);
  return command;
}

function modeNamed(text: string | undefined): OutputMode | undefined {
  const mode = MODES.find((one) => one === text);
  if (mode !== undefined || text === undefined) return mode;
  throw ipsetRefusal(`Syntax error: unknown output mode '${text}'`);
}

function requireValue(value: string | undefined, option: string): string {
  if (value !== undefined) return value;
  throw usageError(`Missing mandatory argument to option ${option}`);
}
