/**
 * What the example of a sentence shows of it: its arguments, and the table or the text that belongs below it.
 */
import { CucumberExpression, type ParameterTypeRegistry } from '@cucumber/cucumber-expressions';
import type { Wording } from '../../../steps/support/catalogue';
import { readLines } from '../lines';
import { cellsOf } from '../table-row';

export interface Example {
  /** As they stand in the example, in the order of the pattern. */
  readonly args: readonly string[];
  readonly below: 'nothing' | 'text' | 'table';
  /** The rows of the table. */
  readonly rows: readonly (readonly string[])[];
}

/** @returns what there is, even of an example that does not show its sentence */
export function exampleOf(
  { pattern, language, example }: Wording,
  registry: ParameterTypeRegistry,
): Example {
  const expression = new CucumberExpression(pattern, registry);
  const { lines, texts } = readLines(`# language: ${language}\n${example}`);
  for (const [at, line] of lines.entries()) {
    const match = line.kind === 'step' ? expression.match((texts[at] ?? '').slice(line.at)) : null;
    if (match === null) continue;
    const args = match.map(({ group }) => group.value ?? '');
    const rest = lines.slice(at + 1);
    const end = rest.findIndex(({ kind }) => kind !== 'row');
    const rows = texts.slice(at + 1, end === -1 ? undefined : at + 1 + end);
    if (rows.length > 0) return { args, below: 'table', rows: rows.map(textsOf) };
    return { args, below: rest[0]?.kind === 'fence' ? 'text' : 'nothing', rows: [] };
  }
  return { args: [], below: 'nothing', rows: [] };
}

function textsOf(row: string): readonly string[] {
  return cellsOf(row).map(({ text }) => text);
}
