/**
 * The kinds of gradebooks that can be filled in, one line each.
 */
import { CANVAS } from './canvas';
import { splitCells, type Table, TableError } from './cells';
import type { Columns, Filled, Gradebook, GradedStudent } from './gradebook';
import { MOODLE } from './moodle';

/** The first that knows a file as one of its own gets it. */
const GRADEBOOKS: readonly Gradebook[] = [CANVAS, MOODLE];

/** @throws TableError where it is none, with what was looked for */
export function recognise(table: Table): Gradebook {
  const gradebook = GRADEBOOKS.find(({ isOne }) => isOne(table));
  if (gradebook !== undefined) return gradebook;
  const kinds = GRADEBOOKS.map(({ title, lookedFor }) => `${title} (${lookedFor})`);
  throw new TableError(`this is neither ${kinds.join(' nor ')}`);
}

/**
 * A teacher's own export with the grades in it, and every other byte as it was.
 *
 * @throws TableError where the text is no gradebook, or has no column for the grades
 */
export function fillGradebook(
  text: string,
  students: readonly GradedStudent[],
  columns: Columns = {},
): Filled {
  const table = splitCells(text);
  return recognise(table).fill(table, students, columns);
}
