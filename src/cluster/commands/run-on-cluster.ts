/**
 * A command line for the API server, without a shell around it.
 */
import { type CommandResult, failed, NO_INPUT } from '../../commands/command';
import { splitCommandLine } from '../../commands/split-command-line';
import type { Cluster } from '../cluster';
import { findClusterCommand } from './index';

const FIRST_WORD = /^\s*(\S+)/;

/** @returns `undefined` where the command line is one for a host */
export function runOnCluster(
  cluster: Cluster,
  host: string,
  line: string,
): CommandResult | undefined {
  const command = findClusterCommand(FIRST_WORD.exec(line)?.[1] ?? '');
  if (command === undefined) return undefined;
  const result = command.run(splitCommandLine(line).slice(1), cluster, host, NO_INPUT);
  return 'stdout' in result ? result : failed('this needs a shell', 1);
}
