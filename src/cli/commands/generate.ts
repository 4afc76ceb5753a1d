/**
 * `calicumber generate`: features that describe what is true now, ready to be edited.
 */
import { type Command, Option } from 'commander';
import {
  type GenerateOptions,
  generateConnectivity,
  writeFeature,
} from '../generate/generate-connectivity';

export function define(command: Command): void {
  command.description('Writes a feature that describes what is true now, ready to be edited.');
  command
    .command('connectivity')
    .description('Who reaches whom: every pod and every node pings every other, and the outside.')
    .option('--lab <file>', 'the lab, in a folder features/labs (default: kans)')
    .option('--apply <file>', 'manifests to apply; may be repeated', append, [])
    .option('-o, --output <feature>', 'where to write it (default: standard output)')
    .addOption(
      new Option('--language <code>', 'of the feature').choices(['en', 'ko']).default('en'),
    )
    .action(async (options: GenerateOptions) => {
      const text = await generateConnectivity(options);
      if (options.output === undefined) process.stdout.write(text);
      else writeFeature(options.output, text);
    });
}

function append(file: string, before: readonly string[]): readonly string[] {
  return [...before, file];
}
