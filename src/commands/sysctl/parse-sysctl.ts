/**
 * sysctl's command line (procps-ng 4.0.2, sysctl(8)).
 */
import { CommandError } from '../../netfilter/command-error';
import { notModelled } from '../command';
import { readShortOptions } from '../short-options';

export interface SysctlCommand {
  /** `-a`: everything that there is. */
  readonly all: boolean;
  /** `-p`: files of settings. */
  readonly files: readonly string[];
  /** `-r`: only names that this fits. */
  readonly pattern: RegExp | undefined;
  /** Names, or names and values. */
  readonly words: readonly string[];
  /** Of `name = value`; `-b` has no line's end either. */
  readonly shows: 'both' | 'names' | 'values' | 'bare-values';
  /** `-q`: what was set is not repeated. */
  readonly isQuiet: boolean;
  /** `-w`: every word sets something. */
  readonly mustWrite: boolean;
  /** `-e`: unknown names are passed over. */
  readonly ignoresUnknown: boolean;
  readonly wantsVersion: boolean;
}

const USAGE = `
Usage:
 sysctl [options] [variable[=value] ...]

Options: -a -b -e -n -N -p[<file>] -q -r <expression> -V -w`;
const DEFAULT_FILE = '/etc/sysctl.conf';

const LONG: Readonly<Record<string, string>> = {
  '--all': '-a',
  '--binary': '-b',
  '--help': '-h',
  '--ignore': '-e',
  '--load': '-p',
  '--names': '-N',
  '--pattern': '-r',
  '--quiet': '-q',
  '--values': '-n',
  '--version': '-V',
  '--write': '-w',
};

export function parseSysctl(words: readonly string[]): SysctlCommand {
  if (words.includes('--system')) throw notModelled('sysctl --system');
  if (words.includes('--dry-run')) throw notModelled('sysctl --dry-run');
  const read = readShortOptions(
    words.map((word) => LONG[word] ?? word),
    'aAbdefhnNopqVwxX',
    'r',
  );
  if ('kind' in read) {
    const what = read.kind === 'unknown' ? 'invalid option' : 'option requires an argument';
    throw new CommandError(`sysctl: ${what} -- '${read.letter}'\n${USAGE}`, 1);
  }
  const { given, operands } = read;
  if (given.has('h') || words.length === 0) throw new CommandError(USAGE, 1);
  const all = ['a', 'A', 'X'].some((letter) => given.has(letter));
  const reads = given.has('p') || given.has('f');
  if (operands.length === 0 && !all && !reads && !given.has('V')) {
    const hint = "Try `sysctl --help' for more information.";
    throw new CommandError(`sysctl: no variables specified\n${hint}`, 1);
  }
  return {
    all,
    files: !reads ? [] : operands.length === 0 ? [DEFAULT_FILE] : operands,
    pattern: patternOf(given.get('r')),
    words: reads ? [] : operands,
    shows: given.has('N')
      ? 'names'
      : given.has('b')
        ? 'bare-values'
        : given.has('n')
          ? 'values'
          : 'both',
    isQuiet: given.has('q'),
    mustWrite: given.has('w'),
    ignoresUnknown: given.has('e'),
    wantsVersion: given.has('V'),
  };
}

/** The files that the words name, for whoever reads them. */
export function filesIn(words: readonly string[]): readonly string[] {
  try {
    return parseSysctl(words).files.filter((file) => file !== '-');
  } catch (error) {
    // Wrong words are the business of whoever runs the command.
    if (error instanceof CommandError) return [];
    throw error;
  }
}

function patternOf(text: string | undefined): RegExp | undefined {
  if (text === undefined) return undefined;
  try {
    return new RegExp(text);
  } catch {
    throw new CommandError(`sysctl: ${text}: Invalid regular expression`, 1);
  }
}
