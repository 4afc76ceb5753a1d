/**
 * `calicumber lsp`: the language server for features, which editors start and speak to.
 */
import type { Command } from 'commander';
import { createConnection } from 'vscode-languageserver/node';
import '../../../steps';
import { serve } from '../../lsp/server';
import { wrongUse } from '../exit-code';
import { surroundingsOfDisk } from '../lsp/disk';

const ADVICE =
  'an editor starts this and speaks to it, not a person: tell it that the language server for *.feature\n' +
  'is `calicumber lsp`';

export function define(command: Command): void {
  command
    .description(
      'Speaks the language server protocol on standard input and output:\n' +
        'completion, hover, go to definition, formatting, and checks with their\n' +
        'fixes, in English and Korean.',
    )
    .option('--stdio', 'as editors like to say it; it is always so')
    .action(() => {
      if (process.stdin.isTTY) throw wrongUse(ADVICE);
      serve(createConnection(process.stdin, process.stdout), surroundingsOfDisk());
    });
}
