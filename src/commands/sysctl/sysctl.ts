/**
 * `sysctl [-n] [-q] [-w] NAME[=VALUE]…` (procps-ng 4, sysctl(8)). A name may have dots or slashes.
 */
import type { Netns } from '../../kernel/netns';
import { applyOp } from '../../kernel/ops/apply-op';
import { OpError } from '../../kernel/ops/op-error';
import { readSysctl } from '../../kernel/ops/sysctl';
import { CommandError } from '../../netfilter/command-error';
import { type CommandResult, commandOf, failed, printed } from '../command';
import { readShortOptions } from '../short-options';

interface Manner {
  /** `-n`: values without names. */
  readonly onlyValues: boolean;
  /** `-q`: what was set is not repeated. */
  readonly isQuiet: boolean;
  /** `-w`: every word sets something. */
  readonly mustWrite: boolean;
  /** `-e`: unknown names are passed over. */
  readonly ignoresUnknown: boolean;
}

export const sysctl = commandOf((words, netns) => {
  const read = readShortOptions(words, 'enqw', '');
  if ('kind' in read) throw new CommandError(`sysctl: invalid option -- '${read.letter}'`, 1);
  const { given, operands } = read;
  if (operands.length === 0) {
    throw new CommandError(
      "sysctl: no variables specified\nTry `sysctl --help' for more information.",
      1,
    );
  }
  const manner: Manner = {
    onlyValues: given.has('n'),
    isQuiet: given.has('q'),
    mustWrite: given.has('w'),
    ignoresUnknown: given.has('e'),
  };
  const results = operands.map((word) => readOrWrite(netns, word, manner));
  return {
    stdout: results.map(({ stdout }) => stdout).join(''),
    stderr: results.map(({ stderr }) => stderr).join(''),
    exit: Math.max(...results.map(({ exit }) => exit)),
  };
});

function readOrWrite(netns: Netns, word: string, manner: Manner): CommandResult {
  const [, name = word, value] = /^([^=]*)=(.*)$/.exec(word) ?? [];
  if (name === '' || (value ?? (manner.mustWrite ? undefined : '')) === undefined) {
    return failed('sysctl: command line(0): invalid syntax, continuing...', 1);
  }
  if (readSysctl(netns, name) === undefined) {
    return manner.ignoresUnknown ? printed('') : failed(notThere(name), 1);
  }
  if (value === undefined) return show(name, readSysctl(netns, name) ?? '', manner);
  try {
    applyOp(netns, { kind: 'sysctl', path: name, value });
  } catch (error) {
    if (!(error instanceof OpError)) throw error;
    return failed(`sysctl: setting key "${dotted(name)}": ${error.message}`, 1);
  }
  return manner.isQuiet ? printed('') : show(name, value, manner);
}

function show(name: string, value: string, { onlyValues }: Manner): CommandResult {
  return printed(onlyValues ? `${value}\n` : `${dotted(name)} = ${value}\n`);
}

function notThere(name: string): string {
  const path = name.includes('/') ? name : name.replaceAll('.', '/');
  return `sysctl: cannot stat /proc/sys/${path}: No such file or directory`;
}

/** A device's name may have dots, and then it has slashes where others have dots. */
function dotted(name: string): string {
  if (!name.includes('/')) return name;
  return name
    .split('/')
    .map((part) => part.replaceAll('.', '/'))
    .join('.');
}
