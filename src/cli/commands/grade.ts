/**
 * `calicumber grade`: its arguments and options.
 */
import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { grade } from '../grade/grade';
import { readShard } from '../grade/shard';
import { version } from '../version';

interface Options {
  readonly out: string;
  readonly jobs: number;
  readonly shard?: string;
}

export function define(command: Command): void {
  command
    .description(
      'Grades submissions: folders or ZIP archives in a folder. Each result is written as soon as it is\n' +
        'known; a run that was stopped goes on. Exits with 2 when some could not be graded.',
    )
    .argument('<assignment>', 'a folder with an assignment.yaml')
    .argument('<submissions>', 'a folder with a folder or a ZIP archive for each student')
    .requiredOption('--out <folder>', 'where results/ and class.csv go')
    .option('--jobs <n>', 'how many submissions at a time', readJobs, availableParallelism())
    .option('--shard <i/n>', 'only a part of the class: 2/3; or 3, with JOB_COMPLETION_INDEX set')
    .action(async (assignment: string, submissions: string, options: Options) => {
      const { out, jobs, shard: text } = options;
      const index = process.env['JOB_COMPLETION_INDEX'];
      const shard = text === undefined ? undefined : readShard(text, index);
      process.exitCode = await grade({
        assignment,
        submissions,
        out,
        jobs,
        shard,
        version: version(),
      });
    });
}

function readJobs(text: string): number {
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64) {
    throw new InvalidArgumentError('a whole number from 1 to 64 is wanted');
  }
  return jobs;
}
