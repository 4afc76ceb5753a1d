/**
 * `iptables-restore [-c] [-n] [-t] [-v] [-T TABLE] [FILE]` (iptables-restore(8), 1.8 over nf_tables):
 * reads what iptables-save wrote, and what Felix writes.
 */
import { CommandError } from '../../netfilter/command-error';
import { type CommandInput, commandOf, notModelled, printed } from '../command';
import { type FileTool, readFileOptions } from './file-options';
import { restoreTables } from './restore-tables';
import { IPTABLES_VERSIONS, versionLine } from './speak';

const TOOL: FileTool = {
  program: 'iptables-restore',
  flags: 'bcvVthn46',
  valued: 'TMwW',
  longNames: {
    counters: 'c',
    verbose: 'v',
    version: 'V',
    test: 't',
    help: 'h',
    noflush: 'n',
    table: 'T',
    modprobe: 'M',
    wait: 'w',
    'wait-interval': 'W',
    ipv4: '4',
    ipv6: '6',
  },
  hint: "Try `iptables-restore -h' for more information.",
};

export const iptablesRestore = commandOf(
  (words, { netfilter }, input) => {
    const { given, operands } = readFileOptions(words, TOOL);
    if (given.has('V')) return printed(versionLine(TOOL.program, input.distribution));
    if (given.has('h')) throw notModelled('option -h');
    if (given.has('6')) throw notModelled('IPv6');
    const [path, ...others] = operands;
    if (others.length > 0) throw new CommandError('Unknown arguments found on commandline', 1);
    const output = restoreTables(netfilter, textOf(path, input), {
      distribution: input.distribution,
      version: IPTABLES_VERSIONS[input.distribution],
      keepsRules: given.has('n'),
      hasCounters: given.has('c'),
      isTest: given.has('t'),
      isVerbose: given.has('v'),
      onlyTable: given.get('T'),
    });
    return printed(output);
  },
  (words) => readFileOptions(words, TOOL).operands,
);

function textOf(path: string | undefined, { stdin, files }: CommandInput): string {
  if (path === undefined) return stdin;
  const bytes = files.get(path);
  if (bytes !== undefined) return new TextDecoder().decode(bytes);
  throw new CommandError(`Can't open ${path}: No such file or directory`, 1);
}
