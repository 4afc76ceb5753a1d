/** Which of two cells of a column comes first. */

type Cell = HTMLTableCellElement | undefined;

/** @param kind what a column holds: `text`, `number`, or `verdict` */
export function comparisonOf(kind: string): (one: Cell, other: Cell) => number {
  if (kind === 'number') return (one, other) => numberIn(one) - numberIn(other);
  if (kind === 'verdict') return (one, other) => rankOf(one) - rankOf(other);
  return (one, other) => collator.compare(textIn(one), textIn(other));
}

/** `s2` before `s10`. */
const collator = new Intl.Collator(undefined, { numeric: true });

function textIn(cell: Cell): string {
  return cell?.textContent ?? '';
}

/** What has none comes before everything. */
function numberIn(cell: Cell): number {
  return Number.parseFloat(cell?.dataset['number'] ?? '-1');
}

/** The classes of cells (`whole/verdict-cell.tsx`), what asks for attention first. */
const RANKS = ['v', 'o', 'p', 'n', 'h'];

function rankOf(cell: Cell): number {
  return RANKS.indexOf(cell?.className ?? '');
}
