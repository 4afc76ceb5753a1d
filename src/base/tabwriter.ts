/**
 * Tables as Go's text/tabwriter makes them, which kubectl and calicoctl print with: each cell as wide
 * as the widest of its column and the padding, at least `minimumWidth`.
 */
export interface TabwriterStyle {
  readonly minimumWidth: number;
  /** Blanks between columns. */
  readonly padding: number;
  /** Whether the last cell of a row is padded too, as where every cell ends with a tab. */
  readonly padsLast: boolean;
}

/** One line per row, each ended by a newline. */
export function tabwriter(
  rows: readonly (readonly string[])[],
  { minimumWidth, padding, padsLast }: TabwriterStyle,
): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? minimumWidth, cell.length + padding);
    });
  }
  const pad = (row: readonly string[], cell: string, column: number) =>
    column === row.length - 1 && !padsLast ? cell : cell.padEnd(widths[column] ?? 0);
  return rows.map((row) => `${row.map((cell, at) => pad(row, cell, at)).join('')}\n`).join('');
}
