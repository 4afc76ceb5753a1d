/**
 * Somebody sits before a program and watches it: time passes until it ends, or until he has seen
 * enough and presses Ctrl-C. All of it in virtual time.
 */
import type { Netns } from '../kernel/netns';
import type { CommandResult, Process } from './command';

export function watchProcess(running: Process, { network }: Netns): CommandResult {
  const { scheduler } = network;
  const untilUs = scheduler.nowUs + running.patienceMs * 1000;
  scheduler.runUntil(untilUs, () => running.end !== undefined);
  if (running.end === undefined) running.signal('SIGINT');
  const { stdout, stderr } = running.take();
  return { stdout, stderr, exit: running.end?.exit ?? 0, files: running.end?.files ?? [] };
}
