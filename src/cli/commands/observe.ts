/**
 * `calicumber observe`: runs a scenario in JSON on the simulated kernel and prints what happened, in the
 * form in which the same scenario's run on a real kernel was recorded.
 */
import type { Command } from 'commander';
import { observeText } from '../../observe/observation-text';
import { readInput } from '../read-input';
import { scenarioFailure } from '../scenario-failure';

export function define(command: Command): void {
  command
    .description('Runs a scenario in JSON on the simulated kernel and prints the observation.')
    .argument('<case>', 'the file of the scenario, such as src/observe/cases/14-blackhole.json')
    .action((file: string) => {
      process.stdout.write(observation(file, readInput(file)));
    });
}

/** @throws CliError where the text is no scenario, or one that cannot be had */
export function observation(file: string, text: string): string {
  try {
    return observeText(text);
  } catch (error) {
    throw scenarioFailure(file, error);
  }
}
