/**
 * What a command is to those who call it: words and a host in, text and an exit status out. Commands
 * are front ends; whatever they change or ask, the kernel does.
 *
 * A command is one of two kinds. One that answers at once runs (`ImmediateCommand`); one that takes
 * time is started (`LongCommand`), and goes on while others act, until it ends or is told to.
 */
import type { Netns } from '../kernel/netns';
import { CommandError } from '../netfilter/command-error';

export { notModelled } from '../netfilter/command-error';

/** Whose tools a host has; their words differ in places (iptables prints `all` or `0`). */
export type Distribution = 'ubuntu-22.04' | 'debian-12';

/** What a command gets besides its words. */
export interface CommandInput {
  /** What came by the pipe or the redirection; empty where nothing did. */
  readonly stdin: string;
  /** Those of the files that `reads` named that there are, by the path as it was given. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly distribution: Distribution;
}

export const NO_INPUT: CommandInput = {
  stdin: '',
  files: new Map<string, Uint8Array>(),
  distribution: 'ubuntu-22.04',
};

export interface WrittenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface CommandResult {
  readonly stdout: string;
  readonly stderr: string;
  /** Zero where all went well, as everywhere on Linux. */
  readonly exit: number;
  /** What it wrote, to be put into the host's files. */
  readonly files?: readonly WrittenFile[];
}

/** The files that the command will want to read, of its words: `-r FILE`, `-f FILE`. */
type Reads = (words: readonly string[]) => readonly string[];

export interface ImmediateCommand {
  readonly reads?: Reads;
  /** @param words what follows the command's name */
  run(words: readonly string[], netns: Netns, input: CommandInput): CommandResult;
}

export type Signal = 'SIGINT' | 'SIGTERM' | 'SIGKILL';

/** A command that has been started. It lives on events of the network's scheduler. */
export interface Process {
  /** Set as soon as it has ended, by itself or by a signal. */
  readonly end: { readonly exit: number; readonly files?: readonly WrittenFile[] } | undefined;
  /** What it has printed since it was last asked. */
  take(): { readonly stdout: string; readonly stderr: string };
  /** It ends at once; what it has to say at the end (statistics, say) is in the next `take`. */
  signal(signal: Signal): void;
  /** How long somebody watches it before he presses Ctrl-C, where it would not end by itself. */
  readonly patienceMs: number;
  /** Its output reaches a file only when it ends, for a buffer of stdio lies between (setvbuf(3)). */
  readonly holdsBack?: boolean;
}

export interface LongCommand {
  readonly reads?: Reads;
  /** @returns the process, or its answer where it ended before it began: a wrong option, say */
  start(words: readonly string[], netns: Netns, input: CommandInput): Process | CommandResult;
}

export type Command = ImmediateCommand | LongCommand;

/** A command that printed this and is content. */
export function printed(stdout: string): CommandResult {
  return { stdout, stderr: '', exit: 0 };
}

/** A command that complained. @param message without the line's end */
export function failed(message: string, exit: number): CommandResult {
  return { stdout: '', stderr: `${message}\n`, exit };
}

/** Makes a command of a function that throws `CommandError` where the tool would stop and complain. */
export function commandOf(body: ImmediateCommand['run'], reads?: Reads): ImmediateCommand {
  return {
    ...(reads === undefined ? {} : { reads }),
    run: (words, netns, input) => orComplaint(() => body(words, netns, input)),
  };
}

/** The same for one that takes time. */
export function longCommandOf(body: LongCommand['start'], reads?: Reads): LongCommand {
  return {
    ...(reads === undefined ? {} : { reads }),
    start: (words, netns, input) => orComplaint(() => body(words, netns, input)),
  };
}

function orComplaint<Answer>(body: () => Answer): Answer | CommandResult {
  try {
    return body();
  } catch (error) {
    if (error instanceof CommandError) return failed(error.message, error.exitStatus);
    throw error;
  }
}

/** Lines as a tool prints them: each with its end, and nothing where there is none. */
export function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
