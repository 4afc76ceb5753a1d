/**
 * `calicumber grade`, `grade check` and `grade merge`: their arguments and options.
 */
import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { AUDIENCES, type Audience } from '../../grade/feedback/feedback';
import { wrongUse } from '../exit-code';
import { checkAssignment } from '../grade/check-assignment';
import type { PeopleFiles } from '../grade/class-files';
import { grade } from '../grade/grade';
import { merge } from '../grade/merge';
import { readShard } from '../grade/shard';
import { version } from '../version';

interface Options extends PeopleFiles {
  readonly out?: string;
  readonly jobs: number;
  readonly shard?: string;
  readonly audience: Audience;
  readonly allowCode?: true;
}

export function define(command: Command): void {
  command
    .description(
      'Grades submissions: folders or ZIP archives in a folder. Each result is written as soon as it is\n' +
        'known; a run that was stopped goes on. Exits with 2 when some could not be graded.',
    )
    .argument('<assignment>', 'a folder with an assignment.yaml')
    .argument('<submissions>', 'a folder with a folder or a ZIP archive for each student')
    .option('--out <folder>', 'where results, feedback, class.html and class.csv go')
    .option('--jobs <n>', 'how many submissions at a time', readJobs, availableParallelism())
    .option('--shard <i/n>', 'only a part of the class: 2/3; or 3, with JOB_COMPLETION_INDEX set')
    .option(
      '--allow-code',
      "run steps of students' own, in bubblewrap; else they are not looked at",
    )
    .addOption(
      new Option('--audience <who>', 'what students are told')
        .choices([...AUDIENCES])
        .default('graded'),
    )
    .action(async (assignment: string, submissions: string, options: Options) => {
      const { jobs, shard: text, audience, allowCode = false } = options;
      const index = process.env['JOB_COMPLETION_INDEX'];
      const shard = text === undefined ? undefined : readShard(text, index);
      const order = {
        assignment,
        submissions,
        out: outOf(options),
        jobs,
        shard,
        audience,
        isCodeAllowed: allowCode,
        people: options,
        version: version(),
      };
      process.exitCode = await grade(order);
    });
  withPeople(command);
  defineCheck(command.command('check'));
  defineMerge(command.command('merge'));
}

function defineCheck(command: Command): void {
  command
    .summary('prove an assignment')
    .description(
      'Grades the reference of an assignment and an empty submission: the one must get all points, the\n' +
        'other none, and the reference must catch every mutant. Exits with 1 when something does not hold.',
    )
    .argument('<assignment>', 'a folder with an assignment.yaml and a folder reference/')
    .action(async (assignment: string) => {
      process.exitCode = await checkAssignment(assignment, version());
    });
}

function defineMerge(command: Command): void {
  command
    .summary('put parts of a class together')
    .description('Makes of what several `grade --shard` wrote what one `grade` would have written.')
    .argument('<folders...>', 'the --out of each')
    // Commander gives them to the outer command, wherever they stand.
    .configureHelp({ showGlobalOptions: true })
    .action((folders: readonly string[], _: object, inner: Command) => {
      const options = inner.optsWithGlobals<Options>();
      process.exitCode = merge(folders, outOf(options), options);
    });
}

/** A required option of `grade` would be one of `grade check`, too. */
function outOf({ out }: Options): string {
  if (out === undefined) throw wrongUse('--out FOLDER says where everything goes');
  return out;
}

function withPeople(command: Command): void {
  command
    .option('--roster <file>', 'who is in the class: CSV with id and name, in English or Korean')
    .option('--gradebook <file>', 'an export of Canvas or Moodle, to be filled in')
    .option('--grade-column <header>', 'the column of the grades, where it cannot be known')
    .option('--feedback-column <header>', 'the column of the feedback, where it cannot be known');
}

function readJobs(text: string): number {
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64) {
    throw new InvalidArgumentError('a whole number from 1 to 64 is wanted');
  }
  return jobs;
}
