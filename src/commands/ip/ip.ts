/**
 * `ip [OPTIONS] OBJECT COMMAND` (iproute2 6.1, ip(8)): routes, neighbours, links and addresses.
 */
import type { Netns } from '../../kernel/netns';
import { CommandError } from '../../netfilter/command-error';
import { type CommandInput, type CommandResult, commandOf, notModelled, printed } from '../command';
import { splitCommandLine } from '../split-command-line';
import { addr } from './addr/addr';
import { runObject } from './ip-object';
import { readIpOptions } from './ip-options';
import { EXIT_USAGE, isShortFor } from './ip-words';
import { link } from './link/link';
import { neigh } from './neigh/neigh';
import { netns as namespaces } from './netns';
import { route } from './route/route';
import { rule } from './rule';

/** In the order in which ip tries them: `ip a` is about addresses, `ip r` about routes. */
const OBJECTS = [addr, route, rule, neigh, link, namespaces] as const;

/** What else ip has, in the order of its table `cmds`. */
const NOT_MODELLED = [
  'maddress',
  'addrlabel',
  'ntable',
  'ntbl',
  'fou',
  'ila',
  'l2tp',
  'tunnel',
  'tunl',
  'tuntap',
  'tap',
  'token',
  'tcpmetrics',
  'tcp_metrics',
  'monitor',
  'xfrm',
  'mroute',
  'mrule',
  'netconf',
  'vrf',
  'sr',
  'nexthop',
  'mptcp',
  'ioam',
  'macsec',
  'stats',
] as const;

const USAGE = `Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
       ip [ -force ] -batch filename
where  OBJECT := { address | link | neighbour | netns | route | rule }
       OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] | -r[esolve] |
                    -f[amily] { inet | inet6 } | -4 | -6 | -br[ief] |
                    -o[neline] | -b[atch] [filename] | -N[umeric] |
                    -c[olor] | -j[son] | -p[retty] }`;

const VERSIONS: Readonly<Record<CommandInput['distribution'], string>> = {
  'ubuntu-22.04': 'iproute2-5.15.0, libbpf 0.5.0',
  'debian-12': 'iproute2-6.1.0, libbpf 1.1.2',
};

export const ip = commandOf(
  (words, netns, input) => {
    const { distribution } = input;
    const { options, wants, batch, rest } = readIpOptions(words, distribution);
    if (wants === 'version') return printed(`ip utility, ${VERSIONS[distribution]}\n`);
    if (batch !== undefined) return runBatch(batch, words, netns, input);
    const [name, ...command] = rest;
    if (name === undefined || name === 'help' || wants === 'help') {
      throw new CommandError(USAGE, EXIT_USAGE);
    }
    const object = OBJECTS.find(({ names }) => names.some((full) => isShortFor(name, full)));
    if (object !== undefined) return printed(runObject(object, command, netns, options));
    if (NOT_MODELLED.some((full) => isShortFor(name, full))) throw notModelled(`ip ${name}`);
    throw new CommandError(`Object "${name}" is unknown, try "ip help".`, 1);
  },
  (words) => {
    const { batch } = fileOf(words);
    return batch === undefined ? [] : [batch];
  },
);

/** The words before the file, and the file; wrong options are the business of who runs it. */
function fileOf(words: readonly string[]): {
  readonly batch: string | undefined;
  readonly before: readonly string[];
} {
  const at = words.findIndex((word) => /^--?b(a(t(ch?)?)?)?$/.test(word));
  return at === -1
    ? { batch: undefined, before: words }
    : { batch: words[at + 1], before: words.slice(0, at) };
}

/** Command after command; the first that fails is the last, unless `-force` wants the rest as well. */
function runBatch(
  file: string,
  words: readonly string[],
  netns: Netns,
  input: CommandInput,
): CommandResult {
  const bytes = input.files.get(file);
  const text = file === '-' ? input.stdin : bytes && new TextDecoder().decode(bytes);
  if (text === undefined) {
    const why = `Cannot open file "${file}" for reading: No such file or directory`;
    throw new CommandError(why, 1);
  }
  const { before } = fileOf(words);
  const isForced = words.some((word) => /^--?fo(r(ce?)?)?$/.test(word));
  let stdout = '';
  let stderr = '';
  let exit = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const command = splitCommandLine(line.replace(/(^|\s)#.*/, ''));
    if (command.length === 0) continue;
    const result = ip.run([...before, ...command], netns, input);
    stdout += result.stdout;
    stderr += result.stderr;
    if (result.exit === 0) continue;
    stderr += `Command failed ${file}:${index + 1}\n`;
    exit = 1;
    if (!isForced) break;
  }
  return { stdout, stderr, exit };
}
