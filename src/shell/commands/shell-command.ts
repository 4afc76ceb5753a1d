/**
 * What a command is that belongs to the shell: it may wait in virtual time, start jobs, run other
 * commands, and move its user to another host.
 */
import type { CommandContext } from 'just-bash';
import type { CommandResult } from '../../commands/command';
import type { HostShell } from '../host-shell';

/** Where and how a command was called. */
export interface Call {
  readonly shell: HostShell;
  readonly context: CommandContext;
}

export type ShellCommand = (
  words: readonly string[],
  call: Call,
) => CommandResult | Promise<CommandResult>;
