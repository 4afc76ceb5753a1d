/** `sleep 1.5`, `sleep 2m`: in virtual time (sleep(1), coreutils). */
import { failed, type Process, printed } from '../../commands/command';
import type { Scheduler } from '../../kernel/scheduler';
import { runProcess } from './run-engine-command';
import type { ShellCommand } from './shell-command';

const UNIT_S: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };
const SIGNAL_EXITS = { SIGINT: 130, SIGTERM: 143, SIGKILL: 137 } as const;

export const sleep: ShellCommand = async (words, call) => {
  if (words.length === 0) {
    return failed("sleep: missing operand\nTry 'sleep --help' for more information.", 1);
  }
  const wrong = words.find((word) => secondsOf(word) === undefined);
  if (wrong !== undefined) {
    return failed(
      `sleep: invalid time interval ‘${wrong}’\nTry 'sleep --help' for more information.`,
      1,
    );
  }
  const seconds = words.reduce((sum, word) => sum + (secondsOf(word) ?? 0), 0);
  return runProcess(napOf(seconds, call.shell.netns.network.scheduler), call);
};

/** @returns `undefined` where it is no duration */
export function secondsOf(word: string): number | undefined {
  const [, number, unit = ''] =
    /^(\d+(?:\.\d*)?|\.\d+|\d+e\d+|infinity)([smhd]?)$/.exec(word) ?? [];
  if (number === undefined) return undefined;
  return (number === 'infinity' ? Number.POSITIVE_INFINITY : Number(number)) * (UNIT_S[unit] ?? 1);
}

/** Something that does nothing until its time has come. */
function napOf(seconds: number, scheduler: Scheduler): Process {
  let exit: number | undefined;
  const endWith = (status: number) => {
    exit ??= status;
  };
  const timer = Number.isFinite(seconds)
    ? scheduler.after(seconds * 1e6, () => endWith(0))
    : undefined;
  return {
    get end(): { readonly exit: number } | undefined {
      return exit === undefined ? undefined : { exit };
    },
    take: () => printed(''),
    signal: (signal) => {
      if (timer !== undefined) timer.cancelled = true;
      endWith(SIGNAL_EXITS[signal]);
    },
    patienceMs: Number.POSITIVE_INFINITY,
  };
}
