/**
 * What each object of `ip` does: commands by name, of which any beginning will do.
 */
import type { Netns } from '../../kernel/netns';
import { CommandError } from '../../netfilter/command-error';
import { notModelled } from '../command';
import type { IpOptions } from './ip-options';
import { EXIT_USAGE, IpWords, isShortFor, unknownCommand } from './ip-words';

export interface IpQuestion {
  readonly words: IpWords;
  readonly netns: Netns;
  readonly options: IpOptions;
}

/** @returns what is printed; a change prints nothing */
export type IpCommand = (question: IpQuestion) => string;

export interface IpObject {
  /** The names of the object, as `ip` tries them. */
  readonly names: readonly string[];
  /** As in `try "ip route help"`. */
  readonly help: string;
  /** What `ip route help` answers: the part that is modelled. */
  readonly usage: string;
  /** In the order in which ip tries them. */
  readonly commands: readonly (readonly [name: string, IpCommand])[];
  /** Without a command. */
  readonly show: IpCommand;
}

export function runObject(
  object: IpObject,
  words: readonly string[],
  netns: Netns,
  options: IpOptions,
): string {
  const [word, ...rest] = words;
  if (word === undefined) return object.show({ words: new IpWords([]), netns, options });
  const found = object.commands.find(([name]) => isShortFor(word, name));
  if (found === undefined && isShortFor(word, 'help')) {
    throw new CommandError(object.usage, EXIT_USAGE);
  }
  if (found === undefined) throw unknownCommand(word, object.help);
  return found[1]({ words: new IpWords(rest), netns, options });
}

/** A command that is real, but not modelled. */
export function refuse(what: string): IpCommand {
  return () => {
    throw notModelled(what);
  };
}
