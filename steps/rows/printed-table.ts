/**
 * The table that a tool printed, read by its header: `kubectl get`, `route -n`, `iptables -nvL`,
 * `calicoctl ipam show`. A cell belongs to the heading that it stands under.
 */
import type { Row } from './compare-rows';

interface Column {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The rows below the last line that has all these headings; none where no line has them. */
export function readPrintedTable(text: string, names: readonly string[]): readonly Row[] {
  const lines = text.split('\n');
  const at = lines.map((line) => names.every((name) => hasHeading(line, name))).lastIndexOf(true);
  const header = lines[at];
  if (header === undefined) return [];
  return header.includes('|')
    ? lines.slice(at + 1).flatMap((line) => barRow(header, line))
    : untilBlank(lines.slice(at + 1)).map((line) => placedRow(columnsOf(header, names), line));
}

/** A heading stands alone: `NAME` is no part of `NAMESPACE`. */
function hasHeading(line: string, name: string): boolean {
  return headingAt(line, name) >= 0;
}

function headingAt(line: string, name: string): number {
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
    const isAlone =
      /^[\s|]?$/.test(line.charAt(at - 1)) && /^[\s|]?$/.test(line.charAt(at + name.length));
    if (isAlone) return at;
  }
  return -1;
}

function untilBlank(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => line.trim() === '');
  return end < 0 ? lines : lines.slice(0, end);
}

/** `| IP Pool | 172.16.0.0/16 |`; the lines of dashes between are none. */
function barRow(header: string, line: string): readonly Row[] {
  if (!line.startsWith('|')) return [];
  const cells = (text: string) =>
    text
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const values = cells(line);
  return [Object.fromEntries(cells(header).map((name, at) => [name, values[at] ?? '']))];
}

/** The asked columns, and between them every other word of the header, so that cells find their place. */
function columnsOf(header: string, names: readonly string[]): readonly Column[] {
  const asked = names.map((name) => columnAt(name, headingAt(header, name)));
  const others = wordsOf(header).filter(
    (word) => !asked.some((column) => word.start < column.end && column.start < word.end),
  );
  return [...asked, ...others].sort((one, other) => one.start - other.start);
}

function columnAt(name: string, start: number): Column {
  return { name, start, end: start + name.length };
}

function wordsOf(line: string): readonly Column[] {
  return [...line.matchAll(/\S+/g)].map(({ 0: word, index }) => columnAt(word, index));
}

function placedRow(columns: readonly Column[], line: string): Row {
  const row: Record<string, string> = Object.fromEntries(columns.map(({ name }) => [name, '']));
  for (const word of wordsOf(line)) {
    const name = columnOf(columns, word)?.name;
    if (name !== undefined) row[name] = row[name] ? `${row[name]} ${word.name}` : word.name;
  }
  return row;
}

/** The heading above the word; where none is, the last one that begins before it. */
function columnOf(columns: readonly Column[], word: Column): Column | undefined {
  const above = columns.find(({ start, end }) => word.start < end && start < word.end);
  return above ?? columns.filter(({ start }) => start <= word.start).at(-1) ?? columns[0];
}
