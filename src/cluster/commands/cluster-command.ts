/**
 * What a command is that speaks to the API server: words in, text out, as of a host; but it gets the
 * whole cluster, and may ask that something be run on another host.
 */
import type { CommandInput, CommandResult } from '../../commands/command';
import type { Cluster } from '../cluster';

/** `kubectl exec pod1 -it -- zsh`: the shell shall run these words over there. */
export interface HandOver {
  /** `default/pod1`, or a node. */
  readonly host: string;
  /** The command and its words; a lone `zsh`, `bash` or `sh` is somebody who moves in. */
  readonly words: readonly string[];
  /** `-i`: what comes in by the pipe goes there. */
  readonly takesStdin: boolean;
  /** `-t`: it has a terminal. */
  readonly hasTerminal: boolean;
}

export interface ClusterCommand {
  /** The files that the command will want to read, of its words: `-f FILE`. */
  readonly reads?: (words: readonly string[]) => readonly string[];
  /** @param host where it is typed: the name of a node */
  run(
    words: readonly string[],
    cluster: Cluster,
    host: string,
    input: CommandInput,
  ): CommandResult | HandOver;
}
