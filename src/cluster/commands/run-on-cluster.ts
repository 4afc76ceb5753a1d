/**
 * The commands that speak to the API server instead of to a host; they run the same everywhere.
 */
import type { CommandResult } from '../../commands/command';
import { splitCommandLine } from '../../commands/split-command-line';
import type { ControlPlane } from '../control-plane';
import { calicoctl } from './calicoctl';

type ClusterCommand = (control: ControlPlane, words: readonly string[]) => CommandResult;

const COMMANDS: Readonly<Record<string, ClusterCommand>> = { calicoctl };

const FIRST_WORD = /^\s*(\S+)/;

/** @returns `undefined` where the command line is one for a host */
export function runOnCluster(control: ControlPlane, line: string): CommandResult | undefined {
  const name = FIRST_WORD.exec(line)?.[1] ?? '';
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return command?.(control, splitCommandLine(line).slice(1));
}
