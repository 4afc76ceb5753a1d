/**
 * `calicumber engines`: the engines that specifications are tried on beside the right one, each with
 * what somebody believes who would build it so.
 */
import { type Command, InvalidArgumentError } from 'commander';
import type { Wording } from '../../base/wording';
import type { Unit } from '../../faults/mutant';
import { MUTANTS } from '../../faults/mutants/index';
import { WHEATS } from '../../faults/wheats/index';
import { type Paint, paintFor } from '../paint';

interface EnginesOptions {
  readonly unit?: Unit;
  readonly json?: boolean;
  readonly language: keyof Wording;
}

export function define(command: Command): void {
  command
    .description(
      'Lists the mutants, engines that are wrong on purpose, and the wheats, which are right and differ in\n' +
        'what nobody promised. "calicumber run --engine NAME" runs features on one.',
    )
    .option('--unit <unit>', `only mutants of: ${UNITS.join(', ')}`, unit)
    .option('--language <code>', 'en or ko', language, 'en')
    .option('--json', 'as JSON, for programs')
    .action((options: EnginesOptions) => {
      const text =
        options.json === true ? asJson() : asText(options, paintFor(process.stdout.isTTY));
      process.stdout.write(text);
    });
}

const UNITS = [...new Set(MUTANTS.map((mutant) => mutant.unit))];

function unit(text: string): Unit {
  const found = UNITS.find((name) => name === text);
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`One of ${UNITS.join(', ')} is wanted.`);
}

function language(text: string): keyof Wording {
  if (text === 'en' || text === 'ko') return text;
  throw new InvalidArgumentError('One of en and ko is wanted.');
}

function asText({ unit: only, language: code }: EnginesOptions, paint: Paint): string {
  const mutants = MUTANTS.filter((mutant) => only === undefined || mutant.unit === only);
  const blocks = mutants.map(({ name, unit: part, misconception, hint }) =>
    [
      `${paint('bold', name)} ${paint('gray', `(${part})`)}`,
      `  ${misconception[code]}`,
      paint('gray', `  ${hint[code]}`),
    ].join('\n'),
  );
  const wheats = only === undefined ? WHEATS : [];
  for (const { name, differs } of wheats) {
    blocks.push(`${paint('bold', name)} ${paint('gray', '(wheat)')}\n  ${differs[code]}`);
  }
  return `${blocks.join('\n\n')}\n\n${mutants.length} mutants, ${wheats.length} wheats\n`;
}

function asJson(): string {
  const mutants = MUTANTS.map(({ name, unit: part, weight, misconception, hint }) => ({
    name,
    unit: part,
    weight,
    misconception,
    hint,
  }));
  const wheats = WHEATS.map(({ name, differs }) => ({ name, differs }));
  return `${JSON.stringify({ mutants, wheats }, undefined, 2)}\n`;
}
