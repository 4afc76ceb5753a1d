/**
 * `calicumber report`: its arguments and options.
 */
import type { Command } from 'commander';
import { type ReportOptions, report } from '../report/report';

export function define(command: Command): void {
  command
    .description(
      [
        'Makes the report from messages that runs have written (reports/messages.ndjson). Exits as the newest run did.',
        'Files without a scenario in common are parts of one run (run --shard 1/2) and become one report.',
        'Files that hold the same scenario, or the same feature in other words, are two runs, the older first: history.html then tells what changed, beside the reports of both.',
        'With --spec the features themselves become a document to read and to print, spec.html, without how a run went. They are run for it, for a run knows the lab; of messages none is run.',
      ].join('\n\n'),
    )
    .argument(
      '[files...]',
      'messages; with --spec also features (default then: the folder features)',
    )
    .option('--out <folder>', 'where the report goes', 'reports')
    .option('--single-file', 'one file that can be sent: captures are inside of it', false)
    .option('--spec', 'the features as a document', false)
    .action(async (files: readonly string[], options: ReportOptions) => {
      process.exitCode = await report(files, options);
    });
}
