/**
 * `calicumber compare`: its arguments and options.
 */
import { type Command, InvalidArgumentError } from 'commander';
import { type CompareOptions, compare } from '../compare/compare';

export function define(command: Command): void {
  command
    .description(
      'Runs features on two drivers and says for each scenario whether they saw the same, but for\n' +
        'what time and chance make. Exits with 0 when all are the same, 1 when one differs, 2 when\n' +
        'nothing could be compared.',
    )
    .argument('[features...]', 'files, folders, or file:line (default: the folder features)')
    .option(
      '--with <drivers>',
      'which two: sim,netns (netns wants root); of sim,sim the second has other dice',
      pair,
      ['sim', 'netns'],
    )
    .option('--seed <number>', 'the dice of the run', wholeNumber, 1)
    .option(
      '--patience <seconds>',
      'how long a sentence may wait where time is real: "When 40 s pass" on netns',
      wholeNumber,
      10,
    )
    .option('--reports <folder>', 'where compare.html and the captures go', 'reports')
    .option('--tags <expression>', 'only scenarios with these tags: "@nat and not @slow"')
    .option('--name <text>', 'only scenarios of which the name matches')
    .action(async (features: readonly string[], options: CompareOptions) => {
      process.exitCode = await compare(features, options);
    });
}

function pair(text: string): readonly string[] {
  const drivers = text.split(',');
  if (drivers.length === 2 && drivers.every((name) => name !== '')) return drivers;
  throw new InvalidArgumentError('Two drivers are wanted: sim,netns.');
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new InvalidArgumentError('A whole number is wanted, such as 7.');
}
