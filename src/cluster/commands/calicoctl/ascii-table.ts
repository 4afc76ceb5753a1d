/**
 * Tables as Go's olekukonko/tablewriter draws them with its default settings: a centred head in capitals,
 * numbers to the right and other cells to the left, and a long cell folded between words.
 */

/** A column is no wider than this, unless one word is. */
const COLUMN_WIDTH_MAX = 30;

const NUMBER = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?$/;

/** All lines, each ended by a newline. */
export function asciiTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const title = head.map((cell) => cell.toUpperCase());
  const folded = rows.map((row) => row.map(fold));
  const widths = title.map((cell, column) =>
    Math.max(
      cell.length,
      ...folded.flatMap((row) => (row[column] ?? []).map(({ length }) => length)),
    ),
  );
  folded.forEach((row) => {
    row.forEach((cell, column) => {
      // A folded cell makes its column as wide as a column may be.
      if (cell.length > 1) widths[column] = Math.max(widths[column] ?? 0, COLUMN_WIDTH_MAX);
    });
  });
  const border = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`;
  const body = folded.flatMap((row) => linesOf(row, widths));
  const titleLine = lineOf(title.map((cell, at) => centred(cell, widths[at] ?? 0)));
  return [border, titleLine, border, ...body, border].map((line) => `${line}\n`).join('');
}

function linesOf(
  row: readonly (readonly string[])[],
  widths: readonly number[],
): readonly string[] {
  const height = Math.max(...row.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    lineOf(
      widths.map((width, column) => {
        const text = row[column]?.[line] ?? '';
        return NUMBER.test(text) ? text.padStart(width) : text.padEnd(width);
      }),
    ),
  );
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function centred(text: string, width: number): string {
  const left = Math.floor((width - text.length) / 2);
  return text.padStart(text.length + left).padEnd(width);
}

function fold(text: string): readonly string[] {
  if (text.length <= COLUMN_WIDTH_MAX) return [text];
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= COLUMN_WIDTH_MAX) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
