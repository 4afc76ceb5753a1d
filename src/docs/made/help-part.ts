/**
 * The help of a sub-command, as `--help` prints it: ```help grade check```.
 */
import { Command } from 'commander';
import { COMMANDS } from '../../cli/commands';
import { codeBlock } from '../markdown/code-block';
import type { PagePart } from '../markdown/page-content';

/** Columns of a terminal, wherever the site is built. */
const WIDTH = 80;

/** @throws Error where there is no such command */
export function helpPart([name = '', ...sub]: readonly string[]): PagePart {
  const entry = COMMANDS.find((it) => it.name === name);
  if (entry === undefined)
    throw new Error(`a page shows the help of "${name}", which is no command`);
  const program = new Command('calicumber').configureHelp({ helpWidth: WIDTH });
  const top = program.command(name).copyInheritedSettings(program);
  entry.load().define(top);
  const command = sub.reduce<Command | undefined>(
    (parent, word) => parent?.commands.find((it) => it.name() === word),
    top,
  );
  if (command === undefined) throw new Error(`a page shows the help of "${name} ${sub.join(' ')}"`);
  return { html: codeBlock(command.helpInformation(), 'text'), headings: [], sections: [] };
}
