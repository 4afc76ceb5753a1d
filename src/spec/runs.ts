/**
 * Gherkin's pickles as runs: scenarios with the values of their rows, each step with the sentences it fits.
 */
import {
  type Examples,
  type Pickle,
  type PickleStep,
  PickleStepType,
  type TableRow,
} from '@cucumber/messages';
import type { StepKind } from '../../steps/support/catalogue';
import type { StepFit } from '../../steps/support/read-step';
import type { Written } from './blocks';
import { rawCell } from './blocks';
import { type PlacedText, textInLine } from './placed-text';
import type { Block, Run, Step, WrittenStep } from './spec';

type Fits = (line: string) => readonly StepFit[];

type Values = ReadonlyMap<string, PlacedText>;

export function readRuns(
  pickles: readonly Pickle[],
  written: Written,
  lines: readonly string[],
  fits: Fits,
): readonly Run[] {
  /** Steps without values are the same in each run of their block. */
  const known = new Map<string, Step>();
  const readStep = (pickled: PickleStep, values: Values): Step[] => {
    const [id = ''] = pickled.astNodeIds;
    const step = written.stepOf.get(id);
    if (step === undefined) return [];
    const kind = KINDS.get(pickled.type);
    const key = `${id} ${kind}`;
    const read = known.get(key) ?? said(step, kind, pickled, values, fits);
    if (values.size === 0) known.set(key, read);
    return [read];
  };
  return pickles.flatMap(({ name, astNodeIds: [id = '', rowId], steps }) => {
    const block = written.blockOf.get(id);
    if (block === undefined) return [];
    const found = rowId === undefined ? undefined : findRow(block, rowId);
    const values = found === undefined ? NO_VALUES : valuesOf(found, lines);
    return [{ name, block, row: found?.row, steps: steps.flatMap((it) => readStep(it, values)) }];
  });
}

const NO_VALUES: Values = new Map();

const KINDS: ReadonlyMap<PickleStepType | undefined, StepKind> = new Map([
  [PickleStepType.CONTEXT, 'given'],
  [PickleStepType.ACTION, 'when'],
  [PickleStepType.OUTCOME, 'then'],
]);

interface FoundRow {
  readonly examples: Examples;
  readonly row: TableRow;
}

function findRow({ examples }: Block, id: string): FoundRow | undefined {
  for (const part of examples) {
    const row = part.tableBody.find((other) => other.id === id);
    if (row !== undefined) return { examples: part, row };
  }
  return undefined;
}

function valuesOf({ examples, row }: FoundRow, lines: readonly string[]): Values {
  return new Map(
    row.cells.map(({ value, location: { line, column = 1 } }, at) => [
      examples.tableHeader?.cells[at]?.value ?? '',
      textInLine(value, line, column, rawCell(lines[line - 1] ?? '', column)),
    ]),
  );
}

function said(
  written: WrittenStep,
  kind: StepKind | undefined,
  { text, argument }: PickleStep,
  values: Values,
  fits: Fits,
): Step {
  const rows = argument?.dataTable?.rows;
  return {
    written,
    kind,
    text: written.text.withValues(values, text),
    table: written.table?.map((row, at) =>
      row.map((cell, column) =>
        cell.withValues(values, rows?.[at]?.cells[column]?.value ?? cell.text),
      ),
    ),
    docString: written.docString?.withValues(
      values,
      argument?.docString?.content ?? written.docString.text,
    ),
    fits: fits(text),
  };
}
