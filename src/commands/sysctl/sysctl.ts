/**
 * `sysctl [-n] [-q] [-w] NAME[=VALUE]…`, `sysctl -a`, `sysctl -p FILE` (procps-ng 4, sysctl(8)). A name
 * may have dots or slashes; that of a directory stands for all below it.
 */
import type { Netns } from '../../kernel/netns';
import { applyOp } from '../../kernel/ops/apply-op';
import { OpError } from '../../kernel/ops/op-error';
import { listSysctls, readSysctl } from '../../kernel/ops/sysctl';
import { type CommandInput, type CommandResult, commandOf, failed, printed } from '../command';
import { filesIn, parseSysctl, type SysctlCommand } from './parse-sysctl';

const VERSIONS: Readonly<Record<CommandInput['distribution'], string>> = {
  'ubuntu-22.04': 'procps-ng 3.3.17',
  'debian-12': 'procps-ng 4.0.2',
};

export const sysctl = commandOf((words, netns, input) => {
  const command = parseSysctl(words);
  if (command.wantsVersion) return printed(`sysctl from ${VERSIONS[input.distribution]}\n`);
  const results = [
    ...(command.all ? listed(netns, '', command) : []),
    ...command.files.flatMap((file) => load(netns, file, input, command)),
    ...command.words.map((word) => readOrWrite(netns, word, command)),
  ];
  return {
    stdout: results.map(({ stdout }) => stdout).join(''),
    stderr: results.map(({ stderr }) => stderr).join(''),
    exit: Math.max(0, ...results.map(({ exit }) => exit)),
  };
}, filesIn);

/** All that are below a directory. @param prefix with its dot, or empty */
function listed(netns: Netns, prefix: string, command: SysctlCommand): readonly CommandResult[] {
  const { pattern } = command;
  return listSysctls(netns)
    .filter((name) => name.startsWith(prefix) && (pattern === undefined || pattern.test(name)))
    .map((name) => show(name, readSysctl(netns, undotted(name)) ?? '', command));
}

function readOrWrite(netns: Netns, word: string, command: SysctlCommand): CommandResult {
  const [, name = word, value] = /^([^=]*)=(.*)$/.exec(word) ?? [];
  if (name === '' || (value ?? (command.mustWrite ? undefined : '')) === undefined) {
    return failed('sysctl: command line(0): invalid syntax, continuing...', 1);
  }
  if (value !== undefined) return write(netns, name, value, command);
  const known = readSysctl(netns, name);
  if (known !== undefined) return show(name, known, command);
  const below = listed(netns, `${dotted(name)}.`, command);
  if (below.length > 0) {
    return printed(below.map(({ stdout }) => stdout).join(''));
  }
  return command.ignoresUnknown ? printed('') : notThere(name);
}

function write(netns: Netns, name: string, value: string, command: SysctlCommand): CommandResult {
  if (readSysctl(netns, name) === undefined && !isKept(name)) {
    return command.ignoresUnknown ? printed('') : notThere(name);
  }
  try {
    applyOp(netns, { kind: 'sysctl', path: name, value });
  } catch (error) {
    if (!(error instanceof OpError)) throw error;
    return failed(`sysctl: setting key "${dotted(name)}": ${error.message}`, 1);
  }
  return command.isQuiet ? printed('') : show(name, value, command);
}

/** Settings of IPv6 are kept and do nothing; there they need not be before somebody sets them. */
function isKept(name: string): boolean {
  return /^net[./]ipv6[./]/.test(name);
}

/** `Preload`: a line is `name = value`; one that begins with `-` may fail. */
function load(
  netns: Netns,
  file: string,
  input: CommandInput,
  command: SysctlCommand,
): readonly CommandResult[] {
  const bytes = input.files.get(file);
  const text = file === '-' ? input.stdin : bytes && new TextDecoder().decode(bytes);
  if (text === undefined) {
    return [failed(`sysctl: cannot open "${file}": No such file or directory`, 1)];
  }
  const settings: (() => CommandResult)[] = [];
  const faults: CommandResult[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    const [, mayFail, name = '', value = ''] = /^(-?)([^=\s]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (name === '') {
      faults.push(failed(`sysctl: ${file}(${index + 1}): invalid syntax, continuing...`, 1));
    } else {
      settings.push(() => forgiving(write(netns, name, value, command), mayFail === '-'));
    }
  }
  // The file is read to its end before anything is set.
  return [...faults, ...settings.map((set) => set())];
}

function forgiving(result: CommandResult, mayFail: boolean): CommandResult {
  return { stdout: result.stdout, stderr: result.stderr, exit: mayFail ? 0 : result.exit };
}

function show(name: string, value: string, { shows }: SysctlCommand): CommandResult {
  switch (shows) {
    case 'both':
      return printed(`${dotted(name)} = ${value}\n`);
    case 'names':
      return printed(`${dotted(name)}\n`);
    case 'values':
      return printed(`${value}\n`);
    case 'bare-values':
      return printed(value);
  }
}

/** Sysctls of the network are known; a host has others, of which nothing is known here. */
function notThere(name: string): CommandResult {
  const path = name.includes('/') ? undotted(name) : name.replaceAll('.', '/');
  if (/^(?:abi|debug|dev|fs|kernel|user|vm)\//.test(path)) {
    return failed(`not modelled here: sysctl ${name}`, EXIT_NOT_MODELLED);
  }
  return failed(`sysctl: cannot stat /proc/sys/${path}: No such file or directory`, 1);
}

const EXIT_NOT_MODELLED = 64;

/** `net.ipv4.conf.eth0/100.rp_filter` as a path: the first separator says which is which. */
function undotted(name: string): string {
  const isDotted = name.indexOf('.') !== -1 && !(name.split('.')[0] ?? '').includes('/');
  if (!isDotted || !name.includes('/')) return name;
  return name
    .split('.')
    .map((part) => part.replaceAll('/', '.'))
    .join('/');
}

/** A device's name may have dots, and then it has slashes where others have dots. */
function dotted(name: string): string {
  if (!name.includes('/') || undotted(name) !== name) return name;
  return name
    .split('/')
    .map((part) => part.replaceAll('.', '/'))
    .join('.');
}
