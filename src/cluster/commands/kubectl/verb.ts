/** What a verb of kubectl is: its options, and what it does with words that make sense. */
import type { CommandInput, CommandResult } from '../../../commands/command';
import { notModelled } from '../../../commands/command';
import type { Cluster } from '../../cluster';
import type { HandOver } from '../cluster-command';
import type { Flag, Words } from './flags';

/** Somebody has typed the verb. */
export interface Call {
  readonly words: Words;
  readonly cluster: Cluster;
  /** The node that it is typed on. */
  readonly host: string;
  readonly input: CommandInput;
  /** `-n`, or `default`. */
  readonly namespace: string;
}

export interface Verb {
  readonly name: string;
  /** One line, as `kubectl --help` has it. */
  readonly short: string;
  /** `kubectl get [(-o|--output=)…] (TYPE[.VERSION][.GROUP] …) [flags] [options]` */
  readonly usage: string;
  readonly flags: readonly Flag[];
  /** What of its words is real and does nothing here; its options are not looked at then. */
  readonly unmodelledPart?: (words: readonly string[]) => string | undefined;
  /** Real, and does nothing here. */
  readonly isUnmodelled?: true;
  /** @throws KubectlError, or CommandError of what is not modelled */
  run(call: Call): CommandResult | HandOver;
}

/** A verb that is real and does nothing here. */
export function unmodelledVerb(name: string, short: string): Verb {
  return {
    name,
    short,
    usage: `kubectl ${name}`,
    flags: [],
    isUnmodelled: true,
    run: () => {
      throw notModelled(`kubectl ${name}`);
    },
  };
}
