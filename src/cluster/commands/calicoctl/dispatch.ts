/**
 * From the words to the command that they name (calicoctl/calicoctl.go, commands/ipam.go, node.go): the
 * options of calicoctl itself stand before the command, and some commands are a group of others.
 */
import { type CommandResult, printed } from '../../../commands/command';
import { notModelled } from '../../../netfilter/command-error';
import { FatalError } from './calico-error';
import { helpText, usageText } from './help-text';
import { parseLeading } from './parse-words';
import { type CommandName, GROUPS, TOP, USAGES } from './usages';

type Dispatch =
  | { readonly kind: 'command'; readonly name: CommandName; readonly rest: readonly string[] }
  | { readonly kind: 'answer'; readonly result: CommandResult };

/** What is real and not here, and why. */
const NOT_MODELLED: Readonly<Record<string, string>> = {
  cluster: 'there is nothing to diagnose',
  convert: 'there is no other version of the resources',
  'datastore migrate': 'there is one datastore, and it does not move',
  'ipam split': 'a pool stays as it is',
  'node checksystem': 'every host here is able to run Calico',
  'node diags': 'there are no logs to gather',
  'node run': 'Calico runs on every node already',
};

const LOG_LEVELS = ['panic', 'fatal', 'error', 'warn', 'warning', 'info', 'debug', 'trace'];

/** @throws FatalError, CommandError */
export function dispatch(words: readonly string[]): Dispatch {
  if (words[0] === '--version') {
    return answer("Run 'calicoctl version' to see version information.\n");
  }
  const parsed = parseLeading(words, TOP);
  if (parsed.kind === 'help') return answer(`${helpText(TOP)}\n`);
  if (parsed.kind === 'misuse') {
    const hint = "Use flag '--help' to read about a specific subcommand.";
    const stdout = `Invalid option: '${words.join(' ')}'. ${hint}\n`;
    throw new FatalError(usageText(TOP, parsed.complaint), stdout);
  }
  const level = parsed.words.values.get('--log-level') ?? 'panic';
  if (!LOG_LEVELS.includes(level)) {
    const levels = 'panic, fatal, error, warn, info, debug.';
    const stdout = `Unknown log level: ${level}, expected one of: \n${levels}\n`;
    return { kind: 'answer', result: { stdout, stderr: '', exit: 1 } };
  }
  return commandOf(parsed.words.operands);
}

function commandOf([command = '', ...rest]: readonly string[]): Dispatch {
  const group = Object.hasOwn(GROUPS, command) ? GROUPS[command] : undefined;
  if (group === undefined) return named(command, rest) ?? unknown(command);
  const parsed = parseLeading(rest, group);
  if (parsed.kind === 'help') return answer(`${helpText(group)}\n`);
  if (parsed.kind === 'misuse') throw new FatalError(usageText(group, parsed.complaint));
  const [second = '', ...others] = parsed.words.operands;
  return named(`${command} ${second}`, others) ?? answer(`${helpText(group)}\n\n`);
}

function named(name: string, rest: readonly string[]): Dispatch | undefined {
  const because = Object.hasOwn(NOT_MODELLED, name) ? NOT_MODELLED[name] : undefined;
  if (because !== undefined) throw notModelled(`calicoctl ${name}: ${because}`);
  if (!isCommand(name)) return undefined;
  // The short option had another letter once.
  const words = name === 'get' ? rest.map((word) => (word === '-a' ? '-A' : word)) : rest;
  return { kind: 'command', name, rest: words };
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(USAGES, name);
}

function unknown(command: string): never {
  throw new FatalError(`Unknown command: "${command}"\n${helpText(TOP)}\n`);
}

function answer(stdout: string): Dispatch {
  return { kind: 'answer', result: printed(stdout) };
}
