/**
 * What a browser, a renderer of Markdown, a reader of XML or a spreadsheet would obey, or stop at.
 */
import { parse } from 'csv-parse/sync';

const LIVE: readonly (readonly [RegExp, RegExp])[] = [
  [/\.html$/, /<img src=x|<script>alert|(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u],
  [/\.md$/, /(?<!\\)<(img src=x|script>alert)|(?<!\\)\]\(javascript:/],
  [/\.xml$/, /<img src=x|<script>alert|(?![\n\t])\p{Cc}|[\ufffe\uffff]/u],
];
/** OWASP, CSV injection: what a cell must not begin with. */
const FORMULA = /^[=+@\t\r-]/;

/** @returns what of it a file holds, with its path */
export function liveIn(path: string, text: string): readonly string[] {
  const found = LIVE.flatMap(([kind, live]) => (kind.test(path) ? (live.exec(text) ?? []) : []));
  const cells: readonly (readonly string[])[] = path.endsWith('.csv') ? parse(text) : [];
  return [...found, ...cells.flat().filter((cell) => FORMULA.test(cell))].map(
    (what) => `${path}: ${what}`,
  );
}
