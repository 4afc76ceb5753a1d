/**
 * A table with some cells changed, and all else as it was, byte for byte.
 */
import { readCell, type Table, TableError, writeCell } from './cells';

export interface Change {
  /** The line that the row begins at. */
  readonly line: number;
  /** Counts from 0. */
  readonly column: number;
  readonly value: string;
}

export function changeCells(table: Table, changes: readonly Change[]): Table {
  const byLine = new Map<number, Change[]>();
  for (const change of changes) {
    byLine.set(change.line, [...(byLine.get(change.line) ?? []), change]);
  }
  const rows = table.rows.map((row) => {
    const cells = [...row.cells];
    for (const { column, value } of byLine.get(row.line) ?? []) {
      const before = cells[column];
      if (before === undefined) {
        throw new TableError(`line ${row.line}: has ${cells.length} cells, but no ${column + 1}`);
      }
      // A cell that says the same keeps its bytes.
      if (readCell(before) !== value) cells[column] = writeCell(value, table.delimiter, before);
    }
    return { line: row.line, cells, end: row.end };
  });
  return { mark: table.mark, delimiter: table.delimiter, rows };
}
