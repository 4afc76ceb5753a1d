/** Why a scenario in JSON cannot be had, in one sentence. */
import { OpError } from '../kernel/ops/op-error';
import { CommandError } from '../netfilter/command-error';
import { ScenarioError } from '../observe/scenario';
import { nothingEstablished } from './exit-code';

/** A RangeError is a number or an address that is none. */
const REFUSALS = [ScenarioError, OpError, CommandError, RangeError];

/** @returns what to throw in the error's place; the error itself where it is none of the scenario's */
export function scenarioFailure(file: string, error: unknown): unknown {
  if (error instanceof SyntaxError)
    return nothingEstablished(`${file} is not JSON: ${error.message}`);
  if (!(error instanceof Error) || !REFUSALS.some((refusal) => error instanceof refusal))
    return error;
  return nothingEstablished(`${file}: ${error.message}`);
}
