/**
 * `calicumber init`: a working project in a folder.
 */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Command, Option } from 'commander';
import type { Language } from '../../../steps/support/catalogue';
import { type InitOutcome, initProject } from '../init/init-project';

export function define(command: Command): void {
  command
    .description(
      'Makes a project that works: a feature, a lab, settings for editors, a workflow for CI. What is\n' +
        'there already stays as it is.',
    )
    .argument('[folder]', 'where', '.')
    .addOption(
      new Option('--language <code>', 'of the feature and the README')
        .choices(['en', 'ko'])
        .default('en'),
    )
    .action((folder: string, { language }: { readonly language: Language }) => {
      const outcome = initProject(folder, language);
      process.stdout.write(`${linesOf(folder, outcome).join('\n')}\n`);
    });
}

function linesOf(folder: string, { written, completed, kept }: InitOutcome): readonly string[] {
  const steps = [
    ...(relative('.', folder) === '' ? [] : [`cd ${relative('.', folder)}`]),
    ...(existsSync(join(folder, 'node_modules', 'calicumber')) ? [] : ['npm install']),
    'npx calicumber run',
  ];
  return [
    ...written.map((path) => `made       ${path}`),
    ...completed.map((path) => `completed  ${path}`),
    ...kept.map((path) => `kept       ${path}`),
    '',
    'Now type',
    ...steps.map((step) => `  ${step}`),
  ];
}
