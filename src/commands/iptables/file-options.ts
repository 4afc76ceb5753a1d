/** The options of iptables-save and iptables-restore, long ones included (getopt_long(3)). */
import { CommandError } from '../../netfilter/command-error';
import { readShortOptions } from '../short-options';

export interface FileOptions {
  readonly given: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
}

export interface FileTool {
  readonly program: string;
  readonly flags: string;
  readonly valued: string;
  /** Letter by long name. */
  readonly longNames: Readonly<Record<string, string>>;
  /** What follows a complaint about an option. */
  readonly hint: string;
}

export function readFileOptions(words: readonly string[], tool: FileTool): FileOptions {
  const { program, hint } = tool;
  const read = readShortOptions(
    words.flatMap((word) => shortForm(word, tool)),
    tool.flags,
    tool.valued,
  );
  if (!('kind' in read)) return read;
  const what = read.kind === 'unknown' ? 'invalid option' : 'option requires an argument';
  throw new CommandError(`${program}: ${what} -- '${read.letter}'\n${hint}`, 1);
}

function shortForm(word: string, { program, longNames, hint }: FileTool): readonly string[] {
  if (!word.startsWith('--') || word === '--') return [word];
  const [name = '', value] = word.slice(2).split('=');
  const letter = longNames[name];
  if (letter === undefined) {
    throw new CommandError(`${program}: unrecognized option '${word}'\n${hint}`, 1);
  }
  return [`-${letter}`, ...(value === undefined ? [] : [value])];
}
