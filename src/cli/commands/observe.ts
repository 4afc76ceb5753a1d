/**
 * `calicumber observe`: runs a scenario in JSON on the simulated kernel and prints what happened, in the
 * form in which the same scenario's run on a real kernel was recorded.
 */
import type { Command } from 'commander';
import { OpError } from '../../kernel/ops/op-error';
import { CommandError } from '../../netfilter/command-error';
import { observeText } from '../../observe/observation-text';
import { ScenarioError } from '../../observe/scenario';
import { nothingEstablished } from '../exit-code';
import { readInput } from '../read-input';

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
    if (error instanceof SyntaxError) {
      throw nothingEstablished(`${file} is not JSON: ${error.message}`);
    }
    if (REFUSALS.some((refusal) => error instanceof refusal)) {
      throw nothingEstablished(`${file}: ${(error as Error).message}`);
    }
    throw error;
  }
}

/** A RangeError is a number or an address that is none. */
const REFUSALS = [ScenarioError, OpError, CommandError, RangeError];
