/**
 * A table of comma separated values that keeps its bytes: each cell as it stands in the text, with its
 * quotes, so that changing one cell changes nothing else. Libraries for CSV read values and write them
 * anew; a teacher's export must come back as it was (RFC 4180, section 2, and what spreadsheets do).
 */

export interface Table {
  /** A byte order mark, or nothing. */
  readonly mark: string;
  readonly delimiter: string;
  readonly rows: readonly Row[];
}

export interface Row {
  /** Where the row begins; lines count from 1. */
  readonly line: number;
  /** As they stand in the text. */
  readonly cells: readonly string[];
  /** What ends the row's line; nothing at the end of a text that does not end with a line. */
  readonly end: string;
}

/** A text is no table, or not the table that it should be. */
export class TableError extends Error {
  override readonly name = 'TableError';
}

/** A quoted cell, in which a quote is written twice; `\r\n` is one end of a line. */
const QUOTED = /"[^"]*(?:""[^"]*)*"/y;
const LINE_END = /\r\n|\r|\n/y;

/** @throws TableError where a quote is not closed, or something follows a closing one; says the line */
export function splitCells(text: string, delimiter = delimiterOf(text)): Table {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const plain = new RegExp(`[^\\r\\n${delimiter}]*`, 'y');
  const rows: Row[] = [];
  let at = mark.length;
  let line = 1;
  while (at < text.length) {
    const cells: string[] = [];
    const begin = line;
    for (;;) {
      const cell = matchAt(text[at] === '"' ? QUOTED : plain, text, at);
      if (cell === undefined) throw new TableError(`line ${line}: a quote is never closed`);
      cells.push(cell);
      at += cell.length;
      line += linesIn(cell);
      if (text[at] !== delimiter) break;
      at += 1;
    }
    const end = matchAt(LINE_END, text, at) ?? '';
    if (end === '' && at < text.length) {
      throw new TableError(`line ${line}: text after a closing quote`);
    }
    rows.push({ line: begin, cells, end });
    at += end.length;
    line += 1;
  }
  return { mark, delimiter, rows };
}

/** The text that a table was split from, byte for byte. */
export function joinCells({ mark, delimiter, rows }: Table): string {
  return mark + rows.map(({ cells, end }) => cells.join(delimiter) + end).join('');
}

export function readCell(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/** A value as a cell; in quotes where it must be, and where the cell whose place it takes was. */
export function writeCell(value: string, delimiter: string, before = ''): string {
  const needs =
    before.startsWith('"') || /["\r\n]|^\ufeff/.test(value) || value.includes(delimiter);
  return needs ? `"${value.replaceAll('"', '""')}"` : value;
}

/**
 * A comma, a semicolon or a tab: what the first lines have equally many of, outside of quotes, and most
 * of. Canvas decides so, too, by three lines.
 */
export function delimiterOf(text: string): string {
  const lines = text.replace(new RegExp(QUOTED, 'g'), '').split(/[\r\n]+/, LINES_LOOKED_AT);
  const counts = DELIMITERS.map((sign) => {
    const [first = 0, ...others] = lines
      .filter((line) => line !== '')
      .map((line) => line.split(sign).length - 1);
    return { sign, first, isSteady: others.every((count) => count === first) };
  });
  const steady = counts.filter(({ first, isSteady }) => isSteady && first > 0);
  const best = (steady.length > 0 ? steady : counts).reduce((most, one) =>
    one.first > most.first ? one : most,
  );
  return best.sign;
}

const DELIMITERS = [',', ';', '\t'];
const LINES_LOOKED_AT = 3;

function matchAt(shape: RegExp, text: string, at: number): string | undefined {
  shape.lastIndex = at;
  return shape.exec(text)?.[0];
}

function linesIn(cell: string): number {
  return cell.split(/\r\n|\r|\n/).length - 1;
}
