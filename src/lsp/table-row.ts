/**
 * A row of a table, cell by cell, with the places of cells in the line.
 */

export interface Cell {
  readonly text: string;
  /** What stands between two bars, in UTF-16 units of the line; without the bars. */
  readonly start: number;
  readonly end: number;
}

/** The last cell may still lack the bar at its end. */
export function cellsOf(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let start = line.indexOf('|') + 1;
  if (start === 0) return cells;
  for (let at = start; at <= line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '|' || (at === line.length && line.slice(start).trim() !== '')) {
      cells.push({ text: line.slice(start, at).trim(), start, end: at });
      start = at + 1;
    }
  }
  return cells;
}
