/**
 * `calicumber grade`: its arguments and options.
 */
import type { Command } from 'commander';
import { grade } from '../grade/grade';
import { version } from '../version';

export function define(command: Command): void {
  command
    .description(
      'Grades submissions: folders or ZIP archives in a folder. Each result is written as soon as it is\n' +
        'known; a run that was stopped goes on. Exits with 2 when some could not be graded.',
    )
    .argument('<assignment>', 'a folder with an assignment.yaml')
    .argument('<submissions>', 'a folder with a folder or a ZIP archive for each student')
    .requiredOption('--out <folder>', 'where results/ and class.csv go')
    .action(async (assignment: string, submissions: string, { out }: { readonly out: string }) => {
      process.exitCode = await grade(assignment, submissions, out, version());
    });
}
