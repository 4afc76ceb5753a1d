/**
 * `watch -n 1 ip neigh`: in virtual time. Nobody sees a screen being painted anew; the rounds follow
 * each other, and after a few of them Ctrl-C is pressed (watch(1), procps-ng).
 */
import { wallClock } from '../../base/wall-clock';
import { failed } from '../../commands/command';
import { pause } from '../time/pause';
import { runHere } from './run-here';
import type { ShellCommand } from './shell-command';

const ROUNDS = 3;
const INTERVAL_S = 2;
const WIDTH = 80;

export const watch: ShellCommand = async (words, call) => {
  const { shell } = call;
  const { timeline } = shell.world;
  let seconds = INTERVAL_S;
  let hasTitle = true;
  let at = 0;
  for (; words[at]?.startsWith('-') === true; at++) {
    const word = words[at] ?? '';
    if (word === '-t') hasTitle = false;
    const [, attached] = /^-n(.*)$/.exec(word) ?? [];
    if (attached === undefined) continue;
    seconds = Number(attached === '' ? words[++at] : attached);
  }
  const command = words.slice(at).join(' ');
  if (command === '' || !(seconds > 0)) return failed('Usage:\n watch [options] command', 1);
  let stdout = '';
  for (let round = 1; round <= ROUNDS; round++) {
    const clock = wallClock(timeline.nowUs).toUTCString();
    if (hasTitle) stdout += title(seconds, command, shell.hostname, clock);
    const result = await runHere(['sh', '-c', command], call);
    stdout += `${result.stdout}${result.stderr}`;
    if (round < ROUNDS) await pause(call, () => false, timeline.nowUs + seconds * 1e6);
  }
  return { stdout, stderr: '', exit: 0 };
};

function title(seconds: number, command: string, hostname: string, clock: string): string {
  const [, day = '', date = '', month = '', year = '', time = ''] =
    /^(\w+), (\d+) (\w+) (\d+) (\S+)/.exec(clock) ?? [];
  const left = `Every ${seconds.toFixed(1)}s: ${command}`;
  const right = `${hostname}: ${day} ${month} ${String(Number(date)).padStart(2)} ${time} ${year}`;
  return `${left}${right.padStart(WIDTH - left.length)}\n\n`;
}
