/** Every command that a simulated host knows. A new one is a folder beside this and two lines here. */
import type { Netns } from '../kernel/netns';
import { arp } from './arp/arp';
import { arping } from './arping/arping';
import { bridge } from './bridge/bridge';
import { type Command, type CommandInput, type CommandResult, failed, NO_INPUT } from './command';
import { conntrack } from './conntrack/conntrack';
import { ethtool } from './ethtool/ethtool';
import { hostname } from './hostname/hostname';
import { ifconfig } from './ifconfig/ifconfig';
import { ip } from './ip/ip';
import { ipset } from './ipset/ipset';
import { ip6tables, iptables, iptablesLegacy } from './iptables/iptables';
import { iptablesRestore } from './iptables/iptables-restore';
import { iptablesSave } from './iptables/iptables-save';
import { netstat } from './netstat/netstat';
import { ping } from './ping/ping';
import { route } from './route/route';
import { ss } from './ss/ss';
import { sysctl } from './sysctl/sysctl';
import { tcpdump } from './tcpdump/tcpdump';
import { tracepath } from './tracepath/tracepath';
import { traceroute } from './traceroute/traceroute';
import { watchProcess } from './watch-process';
import { whileTyped } from './while-typed';

export const commands = {
  arp,
  arping,
  bridge,
  conntrack,
  ethtool,
  hostname,
  ifconfig,
  ip,
  ipset,
  ip6tables,
  'ip6tables-restore': ip6tables,
  'ip6tables-save': ip6tables,
  iptables,
  'iptables-legacy': iptablesLegacy,
  'iptables-legacy-save': iptablesLegacy,
  'iptables-nft': iptables,
  'iptables-nft-save': iptablesSave,
  'iptables-restore': iptablesRestore,
  'iptables-save': iptablesSave,
  netstat,
  ping,
  route,
  ss,
  sysctl,
  tcpdump,
  tracepath,
  traceroute,
} satisfies Readonly<Record<string, Command>>;

/** What a shell answers where there is no such command. */
const EXIT_NOT_FOUND = 127;

/** @returns `undefined` where there is no such command */
export function findCommand(name: string): Command | undefined {
  const table: Readonly<Record<string, Command>> = commands;
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Runs a command to its end, with nobody else on the host. */
export function runCommand(
  words: readonly string[],
  netns: Netns,
  input: CommandInput = NO_INPUT,
): CommandResult {
  const [name = '', ...rest] = words;
  const command = findCommand(name);
  if (command === undefined) return failed(`${name}: command not found`, EXIT_NOT_FOUND);
  if ('run' in command) return whileTyped(netns, words, () => command.run(rest, netns, input));
  const started = command.start(rest, netns, input);
  return 'take' in started ? watchProcess(started, netns) : started;
}
