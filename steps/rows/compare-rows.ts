/**
 * Compares the table that a sentence shows with what there is. The columns of the sentence decide what
 * is compared; the cell `(any)` fits everything. A row that is missing is explained by its nearest miss:
 * the real row that differs from it in the fewest cells, and those cells.
 */

/** A row as text: column to cell. */
export type Row = Readonly<Record<string, string>>;

export interface RowsWanted {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Whether rows that the sentence does not show are allowed: `include` instead of `are`. */
  readonly partial: boolean;
  /** Whether the order of rows counts. */
  readonly ordered: boolean;
}

/** A cell that fits everything. */
const ANY_CELL = '(any)';

/** What differs, as lines of text; `undefined` where nothing does. */
export function compareRows(wanted: RowsWanted, actual: readonly Row[]): string | undefined {
  const unknown = wanted.columns.filter((column) => actual[0] && !(column in actual[0]));
  if (unknown.length > 0) {
    return `there is no column ${unknown.join(', ')}; there is ${Object.keys(actual[0] ?? {}).join(', ')}`;
  }
  const complaints = wanted.ordered ? inOrder(wanted, actual) : inAnyOrder(wanted, actual);
  return complaints.length === 0 ? undefined : complaints.join('\n');
}

/** A cell that was demanded beside the one that is there. */
export interface ComparedCell {
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
  readonly isSame: boolean;
}

/** Of the first row that is missing: the real one that comes closest, cell by cell. */
export function nearestMiss(
  wanted: RowsWanted,
  actual: readonly Row[],
): readonly ComparedCell[] | undefined {
  const missing = wanted.rows.find((row) => !actual.some((real) => fits(wanted, row, real)));
  const rest = actual.filter((real) => !wanted.rows.some((row) => fits(wanted, row, real)));
  const nearest = missing && nearestTo(wanted, missing, rest);
  if (missing === undefined || nearest === undefined) return undefined;
  return wanted.columns.map((name) => ({
    name,
    expected: missing[name] ?? '',
    actual: nearest[name] ?? '',
    isSame: cellFits(missing[name], nearest[name]),
  }));
}

/** A table with aligned columns, two blanks in front. */
export function printRows(columns: readonly string[], rows: readonly Row[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  return lines
    .map((line) => `  | ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`)
    .join('\n');
}

function inOrder(wanted: RowsWanted, actual: readonly Row[]): string[] {
  const complaints: string[] = [];
  const length = Math.max(wanted.rows.length, actual.length);
  for (let at = 0; at < length; at++) {
    const [row, real] = [wanted.rows[at], actual[at]];
    if (row === undefined) complaints.push(`row ${at + 1} is too many: ${say(wanted, real ?? {})}`);
    else if (real === undefined) complaints.push(`row ${at + 1} is missing: ${say(wanted, row)}`);
    else if (!fits(wanted, row, real)) {
      complaints.push(`row ${at + 1} differs: ${differences(wanted, row, real)}`);
    }
  }
  return complaints;
}

function inAnyOrder(wanted: RowsWanted, actual: readonly Row[]): string[] {
  const rest = [...actual];
  const missing: Row[] = [];
  for (const row of wanted.rows) {
    const at = rest.findIndex((real) => fits(wanted, row, real));
    if (at < 0) missing.push(row);
    else rest.splice(at, 1);
  }
  const complaints = missing.map((row) => missingRow(wanted, row, rest));
  if (wanted.partial) return complaints;
  return [...complaints, ...rest.map((real) => `too many: ${say(wanted, real)}`)];
}

function missingRow(wanted: RowsWanted, row: Row, rest: readonly Row[]): string {
  const text = `missing: ${say(wanted, row)}`;
  const nearest = nearestTo(wanted, row, rest);
  if (nearest === undefined) return text;
  return `${text}\n  nearest miss: ${say(wanted, nearest)}\n  differs in ${differences(wanted, row, nearest)}`;
}

/** The real row with the fewest cells that differ, the first columns counting most; none without one that agrees. */
function nearestTo(wanted: RowsWanted, row: Row, rest: readonly Row[]): Row | undefined {
  const misses = (real: Row) =>
    wanted.columns.map((column) => (cellFits(row[column], real[column]) ? '0' : '1')).join('');
  const rank = (real: Row) => misses(real).replaceAll('0', '').length;
  const [nearest] = [...rest].sort(
    (one, other) => rank(one) - rank(other) || misses(one).localeCompare(misses(other)),
  );
  return nearest && rank(nearest) < wanted.columns.length ? nearest : undefined;
}

function differences(wanted: RowsWanted, row: Row, real: Row): string {
  return wanted.columns
    .filter((column) => !cellFits(row[column], real[column]))
    .map(
      (column) =>
        `${column}: expected ${row[column] || '(nothing)'}, got ${real[column] || '(nothing)'}`,
    )
    .join('; ');
}

function fits(wanted: RowsWanted, row: Row, real: Row): boolean {
  return wanted.columns.every((column) => cellFits(row[column], real[column]));
}

function cellFits(cell = '', real = ''): boolean {
  return cell === ANY_CELL || cell === real;
}

function say(wanted: RowsWanted, row: Row): string {
  return wanted.columns.map((column) => `${column} ${row[column] || '(nothing)'}`).join(', ');
}
