/**
 * What each object of `ip` does: commands by name, of which any beginning will do.
 */
import type { Netns } from '../../kernel/netns';
import type { IpOptions } from './ip-options';
import { IpWords, isShortFor, unknownCommand } from './ip-words';

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
  if (found === undefined) throw unknownCommand(word, object.help);
  return found[1]({ words: new IpWords(rest), netns, options });
}
