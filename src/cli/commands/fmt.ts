/** `calicumber fmt`: features as the official formatter writes them. */
import type { Command } from 'commander';
import { type FmtOptions, fmt } from '../fmt/fmt';

export function define(command: Command): void {
  command
    .description(
      "Formats features with Gherkin's official formatter, as editors do; comments and what is run\n" +
        'stay the same. Exits with 2 when a feature cannot be read.',
    )
    .argument('[features...]', 'files, folders or patterns (default: the folder features)')
    .option('--check', 'write nothing; say what would change, and exit with 1 if anything would')
    .action((features: readonly string[], options: FmtOptions) => {
      process.exitCode = fmt(features, options);
    });
}
