/**
 * Text whose lines have tabs in them, aligned as Go's text/tabwriter does: a column is as wide as the
 * widest of the lines that follow one another and have it. `kubectl describe` prints with two blanks
 * between (pkg/describe, tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)).
 */
const PADDING = 2;

/** @param text its lines ended by a newline each */
export function alignTabs(text: string): string {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const out: string[] = [];
  alignBlock(lines, [], out);
  return out.join('\n');
}

/** @param widths of the columns that are known to the left */
function alignBlock(
  lines: readonly (readonly string[])[],
  widths: readonly number[],
  out: string[],
): void {
  const column = widths.length;
  let at = 0;
  while (at < lines.length) {
    const begin = at;
    while (at < lines.length && hasColumn(lines[at], column)) at++;
    if (at === begin) {
      out.push(padded(lines[at] ?? [], widths));
      at++;
      continue;
    }
    const block = lines.slice(begin, at);
    const width = Math.max(0, ...block.map((cells) => (cells[column] ?? '').length + PADDING));
    alignBlock(block, [...widths, width], out);
  }
}

/** The last cell of a line is ended by no tab, and belongs to no column. */
function hasColumn(cells: readonly string[] | undefined, column: number): boolean {
  return cells !== undefined && column < cells.length - 1;
}

function padded(cells: readonly string[], widths: readonly number[]): string {
  return cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('');
}
