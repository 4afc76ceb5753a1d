/**
 * `calicumber lsp`: the language server for features, which editors start and speak to.
 */
import type { Command } from 'commander';
import { createConnection } from 'vscode-languageserver/node';
import '../../../steps';
import { serve } from '../../lsp/server';
import { surroundingsOfDisk } from '../lsp/disk';

export function define(command: Command): void {
  command
    .description(
      'Speaks the language server protocol on standard input and output: completion, hover,\n' +
        'go to definition, checks with their fixes, and formatting, in English and Korean.',
    )
    .option('--stdio', 'as editors like to say it; it is always so')
    .action(() => {
      serve(createConnection(process.stdin, process.stdout), surroundingsOfDisk());
    });
}
