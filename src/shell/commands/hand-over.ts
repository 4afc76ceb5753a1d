/**
 * What one host hands to another: `kubectl exec pod1 -- ip route`, `ssh k8s-w1 'ip route'`.
 */
import type { HandOver } from '../../cluster/commands/cluster-command';
import { type CommandResult, failed, printed } from '../../commands/command';
import { isShellName } from '../time/thread';
import type { Call } from './shell-command';

/** What `kubectl exec` adds where the command over there failed (kubectl/pkg/cmd/exec). */
export function terminatedText(exit: number): string {
  return exit === 0 ? '' : `command terminated with exit code ${exit}\n`;
}

/** Runs the words over there, or moves the user into the shell that they name. */
export async function handOver(order: HandOver, { shell, context }: Call): Promise<CommandResult> {
  const there = shell.world.shellOf(order.host);
  if (there === undefined) return failed(`error: there is no host ${order.host}`, 1);
  const stdin = order.takesStdin ? String(context.stdin) : '';
  const [name = '', ...args] = order.words;
  if (args.length > 0 || !isShellName(name)) return there.runWords(order.words, stdin);
  if (!there.hasCommand(name)) return there.runWords(order.words, stdin);
  if (stdin !== '') return there.runText(stdin, '');
  const thread = shell.world.timeline.current;
  if (!order.hasTerminal || thread === undefined) return printed('');
  thread.move = { host: order.host, shell: name, isLogin: false, isExec: true };
  return printed('');
}
