/**
 * One iptables command of a scenario or of the lab's own set-up, run as it would be typed.
 */
import { runCommand } from '../commands/index';
import type { Netns } from '../kernel/netns';
import { RefusedCommandError } from './scenario';

/** @param words as after `iptables` */
export function iptables(netns: Netns, words: readonly string[]): void {
  const { exit, stderr } = runCommand(['iptables', ...words], netns);
  if (exit !== 0) throw new RefusedCommandError(`iptables ${words.join(' ')}: ${stderr.trim()}`);
}
