/**
 * Tables that say so can be sorted by each of their columns: the headings become buttons, and
 * `aria-sort` says by which one and which way. Rows that are alike there stay in their order.
 */
import { comparisonOf } from './compare-cells';

export function sortTables(page: Document): void {
  for (const words of page.querySelectorAll<HTMLElement>('.whole-sort-how')) words.hidden = false;
  for (const table of page.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
    const headings = table.querySelectorAll<HTMLTableCellElement>('th[data-sort]');
    for (const heading of headings) {
      const button = page.createElement('button');
      button.type = 'button';
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener('click', () => {
        const isUp = heading.getAttribute('aria-sort') !== 'ascending';
        for (const other of headings) other.removeAttribute('aria-sort');
        heading.setAttribute('aria-sort', isUp ? 'ascending' : 'descending');
        sortBy(table, heading, isUp);
      });
    }
  }
}

/** The headings of columns stand in one row, which has a cell for each column. */
function sortBy(table: HTMLTableElement, heading: HTMLTableCellElement, isUp: boolean): void {
  const compare = comparisonOf(heading.dataset['sort'] ?? '');
  const at = heading.cellIndex;
  const [body] = table.tBodies;
  if (body === undefined) return;
  const rows = [...body.rows].map((row) => ({ row, cell: row.cells[at] }));
  rows.sort((one, other) => (isUp ? 1 : -1) * compare(one.cell, other.cell));
  body.append(...rows.map(({ row }) => row));
}
