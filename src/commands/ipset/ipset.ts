/**
 * `ipset list|create|add|del|test|flush|destroy` (ipset(8), 7.17).
 */
import type { Netns } from '../../kernel/netns';
import { CommandError, ipsetRefusal } from '../../netfilter/command-error';
import type { IpSetType } from '../../netfilter/ipset/ip-set';
import { type CommandResult, commandOf, linesOf, printed } from '../command';
import { renderSet } from './render-set';

type SubCommand = (
  netns: Netns,
  operands: readonly string[],
  isNamesOnly: boolean,
) => CommandResult;

const TYPES: readonly IpSetType[] = ['hash:net', 'hash:ip', 'hash:ip,port'];
const TRY_HELP = "Try `ipset help' for more information.";

const list: SubCommand = ({ netfilter }, [wanted], isNamesOnly) => {
  const entries = [...netfilter.ipsets.entries()].filter(
    ([name]) => wanted === undefined || name === wanted,
  );
  if (wanted !== undefined) netfilter.ipsets.get(wanted);
  if (isNamesOnly) return printed(linesOf(entries.map(([name]) => name)));
  return printed(
    entries
      .map(([name, set]) => linesOf(renderSet(name, set, netfilter.setReferences(name))))
      .join('\n'),
  );
};

const create: SubCommand = ({ netfilter }, [name, typeName]) => {
  if (name === undefined || typeName === undefined) throw missingArgument('create');
  const type = TYPES.find((one) => one === typeName);
  if (type === undefined) throw ipsetRefusal(`Syntax error: typename '${typeName}' is unknown`);
  netfilter.ipsets.create(name, type);
  return printed('');
};

const add: SubCommand = ({ netfilter }, [name, member]) => {
  if (name === undefined || member === undefined) throw missingArgument('add');
  netfilter.ipsets.add(name, member);
  return printed('');
};

const del: SubCommand = ({ netfilter }, [name, member]) => {
  if (name === undefined || member === undefined) throw missingArgument('del');
  netfilter.ipsets.delete(name, member);
  return printed('');
};

/** The answer goes to standard error, and a yes is only a warning. */
const test: SubCommand = ({ netfilter }, [name, member]) => {
  if (name === undefined || member === undefined) throw missingArgument('test');
  if (netfilter.ipsets.get(name).test(member)) {
    return { stdout: '', stderr: `Warning: ${member} is in set ${name}.\n`, exit: 0 };
  }
  return { stdout: '', stderr: `${member} is NOT in set ${name}.\n`, exit: 1 };
};

const flush: SubCommand = ({ netfilter }, [wanted]) => {
  const names = [...netfilter.ipsets.entries()].map(([name]) => name);
  for (const name of wanted === undefined ? names : [wanted]) netfilter.ipsets.flush(name);
  return printed('');
};

const destroy: SubCommand = ({ netfilter }, [wanted]) => {
  const names = [...netfilter.ipsets.entries()].map(([name]) => name);
  for (const name of wanted === undefined ? names : [wanted]) netfilter.ipsets.destroy(name);
  return printed('');
};

/** By every name that ipset knows them by. */
const SUB_COMMANDS: Readonly<Record<string, SubCommand>> = {
  list,
  '-L': list,
  '--list': list,
  create,
  n: create,
  '-N': create,
  add,
  '-A': add,
  del,
  '-D': del,
  test,
  '-T': test,
  flush,
  '-F': flush,
  destroy,
  x: destroy,
  '-X': destroy,
};

export const ipset = commandOf((words, netns) => {
  const isNamesOnly = words.some((word) => word === '-n' || word === '-name');
  const [name, ...operands] = words.filter((word) => !IGNORED.has(word));
  if (name === undefined) throw usageError('No command specified.');
  const command = Object.hasOwn(SUB_COMMANDS, name) ? SUB_COMMANDS[name] : undefined;
  if (command === undefined) throw usageError(`No command specified: unknown argument ${name}`);
  return command(netns, operands, isNamesOnly);
});

const IGNORED: ReadonlySet<string> = new Set(['-n', '-name', '-q', '-quiet', '-r', '-s']);

function usageError(what: string): CommandError {
  return new CommandError(`${ipsetRefusal(what).message}\n${TRY_HELP}`, 2);
}

function missingArgument(command: string): CommandError {
  return usageError(`Missing mandatory argument to command ${command}`);
}
