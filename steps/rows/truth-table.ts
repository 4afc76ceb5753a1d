/**
 * A table of who can reach whom: rows are who asks, columns who is asked. `.` is reachable, `X` is not, a
 * drop reason of the kernel says why not, and `-` is not asked.
 */
import { dropReason } from '../support/drop-reasons';
import { NotEstablishedError } from '../support/not-established';
import { printRows } from './compare-rows';

/** What a cell demands, as it stands there; `undefined` where nobody asks. */
export type CellWord = string | undefined;

export interface Cell {
  readonly from: string;
  readonly to: string;
  readonly wanted: CellWord;
}

export interface TruthTable {
  readonly columns: readonly string[];
  /** Row by row. */
  readonly cells: readonly Cell[];
}

export const REACHABLE = '.';
export const UNREACHABLE = 'X';
const UNASKED = '-';

/** @throws NotEstablishedError where it is no such table */
export function readTruthTable(raw: readonly (readonly string[])[]): TruthTable {
  const [[, ...columns] = [], ...rows] = raw;
  if (columns.length === 0 || rows.length === 0) {
    throw new NotEstablishedError(
      'a table of who reaches whom has names in its first row and in its first column',
    );
  }
  refuseTwice(columns, 'column');
  refuseTwice(
    rows.map(([name = '']) => name),
    'row',
  );
  const cells = rows.flatMap(([from = '', ...words]) =>
    columns.map((to, at) => ({ from, to, wanted: wordOf(words[at] ?? '', from, to) })),
  );
  if (cells.every(({ wanted }) => wanted === undefined)) {
    throw new NotEstablishedError('the table asks nothing: every cell of it is empty');
  }
  return { columns, cells };
}

/** The same table with other words in its cells, for a person. */
export function printTruthTable(
  { columns, cells }: TruthTable,
  word: (cell: Cell) => string,
): string {
  const names = [...new Set(cells.map(({ from }) => from))];
  const rows = names.map((name) => {
    const ofRow = cells.filter(({ from }) => from === name);
    return Object.fromEntries([['', name], ...ofRow.map((cell) => [cell.to, word(cell)])]);
  });
  return printRows(['', ...columns], rows);
}

function wordOf(text: string, from: string, to: string): CellWord {
  if (text === '' || text === UNASKED) return undefined;
  if (text === REACHABLE || text === UNREACHABLE) return text;
  if (/^[A-Z][A-Z_]+$/.test(text)) return dropReason(text);
  throw new NotEstablishedError(
    `"${text}" from ${from} to ${to} is none of . (reachable), X (not), a drop reason such as ` +
      'IP_RPFILTER, and - (not asked)',
  );
}

function refuseTwice(names: readonly string[], what: string): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new NotEstablishedError(`there are two ${what}s ${twice}`);
}
