/** `time COMMAND`, as two commands of ours: one before it, and one after it that says how long it took. */
import { printed } from '../../commands/command';
import type { ShellCommand } from './shell-command';

/** Since when, for those that are being timed; a command inside another's is timed on its own. */
const beginnings = new WeakMap<object, number[]>();

export const time: ShellCommand = ([status, style], { shell }) => {
  const { timeline } = shell.world;
  const thread = timeline.current;
  if (thread === undefined) return printed('');
  const begun = beginnings.get(thread) ?? [];
  beginnings.set(thread, begun);
  if (status === undefined) {
    begun.push(timeline.nowUs);
    return printed('');
  }
  const seconds = (timeline.nowUs - (begun.pop() ?? timeline.nowUs)) / 1e6;
  const stderr = style === '-p' ? posix(seconds) : usual(seconds);
  return { stdout: '', stderr, exit: Number(status) };
};

function posix(seconds: number): string {
  return `real ${seconds.toFixed(2)}\nuser 0.00\nsys 0.00\n`;
}

function usual(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `\nreal\t${minutes}m${(seconds % 60).toFixed(3)}s\nuser\t0m0.000s\nsys\t0m0.000s\n`;
}
