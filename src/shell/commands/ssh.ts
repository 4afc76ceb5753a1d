/**
 * `ssh k8s-w1`, `ssh root@192.168.20.101 'ip route'`. How the packets of the session itself travel is
 * not modelled: somebody with a console gets in wherever a shell is.
 */
import { parseIpv4 } from '../../addr/ipv4';
import { type CommandResult, failed, printed } from '../../commands/command';
import type { HostShell } from '../host-shell';
import type { Call, ShellCommand } from './shell-command';

const EXIT_SSH = 255;
const WITH_VALUE = new Set([
  '-b',
  '-c',
  '-D',
  '-E',
  '-e',
  '-F',
  '-I',
  '-i',
  '-J',
  '-L',
  '-l',
  '-m',
  '-O',
  '-o',
  '-p',
  '-Q',
  '-R',
  '-S',
  '-W',
  '-w',
]);

export const ssh: ShellCommand = async (words, call) => {
  let at = 0;
  for (; words[at]?.startsWith('-') === true; at++) if (WITH_VALUE.has(words[at] ?? '')) at += 1;
  const [target, ...command] = words.slice(at);
  if (target === undefined)
    return failed('usage: ssh [options] destination [command [argument ...]]', EXIT_SSH);
  const name = target.slice(target.lastIndexOf('@') + 1);
  const there = hostCalled(name, call.shell);
  if (there === undefined) {
    return failed(`ssh: Could not resolve hostname ${name}: Name or service not known`, EXIT_SSH);
  }
  if (there.role === 'pod') {
    return failed(`ssh: connect to host ${name} port 22: Connection refused`, EXIT_SSH);
  }
  if (command.length > 0) return there.runText(command.join(' '), String(call.context.stdin));
  return moveTo(there, call);
};

function moveTo(
  there: HostShell,
  { shell, context }: Call,
): CommandResult | Promise<CommandResult> {
  const stdin = String(context.stdin);
  if (stdin !== '') return there.runText(stdin, '');
  const thread = shell.world.timeline.current;
  if (thread !== undefined) thread.move = { host: there.name, shell: 'bash', isLogin: true };
  return printed('');
}

/** By its name, or by an address that one of its devices has. */
function hostCalled(name: string, { world }: HostShell): HostShell | undefined {
  const { hosts } = world.cluster.network;
  if (hosts.has(name)) return world.shellOf(name);
  const address = parseIpv4(name);
  if (address === undefined) return undefined;
  for (const [host, netns] of hosts) {
    if (netns.isLocalAddress(address)) return world.shellOf(host);
  }
  return undefined;
}
