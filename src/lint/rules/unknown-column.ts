/** The columns of a table are those that the sentence knows. */
import { didYouMeanOneOf } from '../../base/nearest-name';
import type { PlacedText } from '../../spec/placed-text';
import { idOf, type Step } from '../../spec/spec';
import { columnsOf } from '../facts/columns';
import { renameTo } from '../rename';
import type { Remark, Rule } from '../rule';

export const unknownColumn: Rule = {
  id: 'unknown-column',
  says: 'The columns of a table are those that its sentence knows, and below them stands at least one row.',
  help: 'calicumber steps tells the columns of each sentence.',
  severity: 'error',
  find: ({ spec }) => spec.runs.flatMap(({ steps }) => steps.flatMap(remarksOn)),
};

function remarksOn(step: Step): readonly Remark[] {
  const columns = columnsOf(idOf(step) ?? '');
  if (columns === undefined || step.table === undefined) return [];
  const [head = [], ...rows] = step.table;
  const cells = columns.isHead ? head : step.table.flatMap(([first]) => first ?? []);
  const unknown = cells
    .filter(({ text }) => !columns.names.includes(text))
    .map((cell) => remarkOn(cell, columns.names));
  if (!columns.isHead || rows.length > 0 || head[0] === undefined) return unknown;
  return [...unknown, { place: head[0].place, message: 'the table has a header but no rows' }];
}

function remarkOn(cell: PlacedText, names: readonly string[]): Remark {
  const { text, place } = cell;
  return {
    place,
    message: `there is no column ${text || '(empty)'}${didYouMeanOneOf(text, names)}`,
    fix: renameTo(names, cell),
  };
}
