/**
 * What a command is to those who call it: words and a host in, text and an exit status out. Commands
 * are front ends; whatever they change or ask, the kernel does.
 */
import type { Netns } from '../kernel/netns';
import { CommandError } from '../netfilter/command-error';

export interface CommandResult {
  readonly stdout: string;
  readonly stderr: string;
  /** Zero where all went well, as everywhere on Linux. */
  readonly exit: number;
}

export interface Command {
  /** @param words what follows the command's name */
  run(words: readonly string[], netns: Netns): CommandResult;
}

/** A command that printed this and is content. */
export function printed(stdout: string): CommandResult {
  return { stdout, stderr: '', exit: 0 };
}

/** A command that complained. @param message without the line's end */
export function failed(message: string, exit: number): CommandResult {
  return { stdout: '', stderr: `${message}\n`, exit };
}

/** Makes a command of a function that throws `CommandError` where the tool would stop and complain. */
export function commandOf(body: Command['run']): Command {
  return {
    run(words, netns) {
      try {
        return body(words, netns);
      } catch (error) {
        if (error instanceof CommandError) return failed(error.message, error.exitStatus);
        throw error;
      }
    },
  };
}

/** Lines as a tool prints them: each with its end, and nothing where there is none. */
export function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
