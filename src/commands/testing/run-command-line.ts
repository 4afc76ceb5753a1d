/** One command line on one host, without a shell around it. */
import type { Netns } from '../../kernel/netns';
import { CommandError } from '../../netfilter/command-error';
import { type CommandInput, type CommandResult, failed, NO_INPUT, printed } from '../command';
import { runCommand } from '../index';
import { splitCommandLine } from '../split-command-line';

export function runCommandLine(
  line: string,
  netns: Netns,
  input: CommandInput = NO_INPUT,
): CommandResult {
  let words: readonly string[];
  try {
    words = splitCommandLine(line);
  } catch (error) {
    if (error instanceof CommandError) return failed(error.message, error.exitStatus);
    throw error;
  }
  return words.length === 0 ? printed('') : runCommand(words, netns, input);
}
