/**
 * `calicumber record`: its arguments and options.
 */
import { writeFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { EXIT } from '../exit-code';
import { readInput } from '../read-input';
import { differencesFromSimulated, recording } from '../record/recording';

const RUNS = '3';

interface Options {
  readonly runs: number;
  readonly out?: string;
  readonly compare?: true;
}

export function define(command: Command): void {
  command
    .description(
      "Runs a scenario in JSON on this machine's own kernel, in network namespaces, and prints the\n" +
        'observation in the form of src/observe/cases/. It must come out the same each time: else nothing\n' +
        'is written, and the exit status is 2. Needs root.',
    )
    .argument('<case>', 'the file of the scenario, such as src/observe/cases/14-blackhole.json')
    .option('--runs <n>', 'how often', readRuns, readRuns(RUNS))
    .option(
      '--out <file>',
      'where the observation goes, such as src/observe/cases/14-blackhole.obs.json',
    )
    .option('--compare', 'say where the simulated kernel differs; exits with 1 where it does')
    .action(async (file: string, options: Options) => {
      const text = readInput(file);
      const observation = await recording(file, text, options.runs);
      if (options.out === undefined) process.stdout.write(observation);
      else writeFileSync(options.out, observation);
      if (options.compare === undefined) return;
      const differences = differencesFromSimulated(text, observation);
      for (const difference of differences) process.stderr.write(`${difference}\n`);
      if (differences.length > 0) process.exitCode = EXIT.violated;
    });
}

function readRuns(text: string): number {
  const runs = Number(text);
  if (!Number.isInteger(runs) || runs < 1 || runs > 100) {
    throw new InvalidArgumentError('a whole number from 1 to 100 is wanted');
  }
  return runs;
}
