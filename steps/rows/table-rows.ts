/**
 * What a data table of a feature asks for: its header names the columns, its rows the values.
 */
import type { Table } from '../support/catalogue';
import { NotEstablishedError } from '../support/not-established';
import type { RowsWanted } from './compare-rows';

export type RowsMode = Pick<RowsWanted, 'partial' | 'ordered'>;

/** All rows, in any order. */
export const ALL_ROWS: RowsMode = { partial: false, ordered: false };
/** All rows, in this order. */
export const ROWS_IN_ORDER: RowsMode = { partial: false, ordered: true };
/** At least these rows. */
export const SOME_ROWS: RowsMode = { partial: true, ordered: false };

/** @throws NotEstablishedError for a table without rows, which would hold of anything or of nothing */
export function rowsWanted(table: Table, mode: RowsMode): RowsWanted {
  const [columns = []] = table.raw();
  const rows = table.hashes();
  if (rows.length === 0) throw new NotEstablishedError('the table has a header but no rows');
  return { columns, rows, partial: mode.partial, ordered: mode.ordered };
}

/** A table of two columns, name and value, as one row. */
export function oneRowWanted(table: Table): RowsWanted {
  const row = table.rowsHash();
  return { columns: Object.keys(row), rows: [row], partial: false, ordered: true };
}
