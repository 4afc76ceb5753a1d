/**
 * The column that somebody calls by its header.
 */
import { didYouMeanOneOf } from '../../base/nearest-name';
import { TableError } from './cells';

/** Composed and without case and blanks at its ends, so that headers compare. */
export function plainHeader(header: string): string {
  return header.normalize('NFC').trim().toLowerCase();
}

/**
 * The one column that fits; `undefined` where none does.
 *
 * @throws TableError where several do
 */
export function oneColumn(
  headers: readonly string[],
  fits: (header: string, column: number) => boolean,
  what: string,
): number | undefined {
  const [column, another] = headers.flatMap((header, at) => (fits(header, at) ? at : []));
  if (column === undefined || another === undefined) return column;
  const both = `${headers[column]} (column ${column + 1}) and ${headers[another]} (column ${another + 1})`;
  throw new TableError(`${what} may be ${both}: say which, by its whole header`);
}

/** @throws TableError where there is no such column */
export function namedColumn(headers: readonly string[], header: string): number {
  const wanted = plainHeader(header);
  const column = oneColumn(headers, (one) => plainHeader(one) === wanted, header);
  if (column !== undefined) return column;
  throw new TableError(`there is no column ${header}${didYouMeanOneOf(header, headers)}`);
}
