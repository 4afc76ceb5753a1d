/** `timeout 3 COMMAND`: in virtual time (timeout(1), coreutils). */
import { type CommandResult, failed, type Signal } from '../../commands/command';
import type { Alarm } from '../time/thread';
import { signalCalled } from './job-control';
import { runHere } from './run-here';
import type { ShellCommand } from './shell-command';
import { secondsOf } from './sleep';

const EXIT_TIMED_OUT = 124;
const EXIT_WRONG = 125;

export const timeout: ShellCommand = async (words, call) => {
  const { timeline } = call.shell.world;
  const read = readWords(words);
  if ('exit' in read) return read;
  const thread = timeline.current;
  const before = thread?.alarm;
  const atUs = read.seconds === 0 ? Number.POSITIVE_INFINITY : timeline.nowUs + read.seconds * 1e6;
  const alarm: Alarm = {
    atUs: Math.min(atUs, before?.atUs ?? atUs),
    signal: read.signal,
    hasRung: false,
    abort: new AbortController(),
  };
  if (thread !== undefined) thread.alarm = alarm;
  const result = await runHere(read.command, call, alarm.abort.signal);
  if (thread !== undefined) thread.alarm = before;
  if (!alarm.hasRung) return result;
  if (before !== undefined && before.atUs <= alarm.atUs) before.hasRung = true;
  return read.preserves ? result : { ...result, exit: EXIT_TIMED_OUT };
};

interface Order {
  readonly seconds: number;
  readonly signal: Signal;
  readonly preserves: boolean;
  readonly command: readonly string[];
}

function readWords(words: readonly string[]): Order | CommandResult {
  let signal: Signal = 'SIGTERM';
  let preserves = false;
  let at = 0;
  for (; words[at]?.startsWith('-') === true; at++) {
    const word = words[at] ?? '';
    if (word === '--preserve-status') preserves = true;
    else if (word === '-s' || word === '-k') {
      at += 1;
      if (word === '-s') signal = signalCalled(words[at] ?? '') ?? signal;
    } else if (word.startsWith('--signal=')) signal = signalCalled(word.slice(9)) ?? signal;
    else if (/^-s./.test(word)) signal = signalCalled(word.slice(2)) ?? signal;
    else if (!/^(?:-k.|--kill-after=|--foreground$|-v$|--verbose$)/.test(word)) {
      return failed(`timeout: unrecognized option '${word}'\n${TRY_HELP}`, EXIT_WRONG);
    }
  }
  const [duration = '', ...command] = words.slice(at);
  if (command.length === 0) return failed(`timeout: missing operand\n${TRY_HELP}`, EXIT_WRONG);
  const seconds = secondsOf(duration);
  if (seconds === undefined) {
    return failed(`timeout: invalid time interval ‘${duration}’\n${TRY_HELP}`, EXIT_WRONG);
  }
  return { seconds, signal, preserves, command };
}

const TRY_HELP = "Try 'timeout --help' for more information.";
