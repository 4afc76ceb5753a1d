/**
 * Canvas's importer as far as what we write meets it (Canvas, lib/gradebook_importer.rb), made of its rules
 * alone: which files it refuses, which rows it takes for students, whose they are, and their grades.
 */
import { parse } from 'csv-parse/sync';

export interface CanvasCourse {
  readonly users: readonly CanvasUser[];
  readonly assignments: readonly { readonly id: number; readonly title: string }[];
}

export interface CanvasUser {
  readonly id: number;
  readonly name: string;
  readonly sortableName: string;
  readonly sisId: string;
  readonly login: string;
}

export interface CanvasImport {
  /** By the user's number, then by the assignment's. */
  readonly grades: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** What Canvas asks the teacher about, for it knows no such students and assignments. */
  readonly unknown: readonly string[];
}

/** @throws Error `Invalid header row`, or that of a parser */
export function importIntoCanvas(text: string, course: CanvasCourse): CanvasImport {
  const [head = [], ...rows] = recordsOf(text);
  const places = studentColumns(head);
  const unknown: string[] = [];
  const columns = head.flatMap((header, at) => {
    if (at < places.count || /(Current|Final|Override) (Score|Points|Grade|Status)/.test(header)) {
      return [];
    }
    const number = Number(/\((\d+)\)$/.exec(header)?.[1]);
    const known =
      course.assignments.find(({ id }) => id === number) ??
      course.assignments.find(({ title }) => title === header);
    if (known === undefined) unknown.push(header);
    return known === undefined ? [] : { at, id: known.id };
  });
  const points = rows.find(([first = '']) => first.includes('Points Possible'));
  const open = columns.filter(({ at }) => !/read\s+only/.test(points?.[at] ?? ''));
  const grades = new Map<number, ReadonlyMap<number, string>>();
  for (const row of rows) {
    if (row === points || row.every((cell) => /^\s*(Muted|Manual Posting.*)?\s*$/i.test(cell)))
      continue;
    const user = userOf(row, places, course);
    if (user === undefined) unknown.push(row[0] ?? '');
    else grades.set(user.id, new Map(open.map(({ at, id }) => [id, (row[at] ?? '').trim()])));
  }
  return { grades, unknown };
}

function recordsOf(text: string): string[][] {
  const head = text.split(/(?<=\n)/).slice(0, 3);
  const width = (delimiter: string) => {
    try {
      const widths = head.map((line) => parse(line, { delimiter })[0]?.length ?? 0);
      return new Set(widths).size === 1 ? (widths[0] ?? 0) : 0;
    } catch {
      return 0;
    }
  };
  const delimiter = width(';') > width(',') ? ';' : ',';
  const records: string[][] = parse(text, { delimiter, relax_column_count: true });
  return records.map((record) => record.map(withPoint));
}

/** Signs between digits are dropped, but for the last, which is the decimal one. */
function withPoint(cell: string): string {
  if (!/^-?[0-9.,]+%?$/.test(cell)) return cell;
  const parts = cell.split(/[,.]/);
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join('')}.${last}`;
}

interface StudentColumns {
  readonly id: number;
  readonly sis: number;
  readonly login: number;
  readonly count: number;
}

function studentColumns(head: readonly string[]): StudentColumns {
  const has = (at: number, words: string) => (head[at] ?? '').includes(words);
  const isSplit = has(0, 'LastName') && has(1, 'FirstName') && has(2, 'ID');
  if (!isSplit && !(head.length > 3 && has(0, 'Student') && has(1, 'ID'))) throw invalidHeader();
  let count = isSplit ? 4 : 3;
  const id = count - 2;
  let [sis, login] = [-1, -1];
  if (has(count - 1, 'SIS Login ID')) {
    login = count - 1;
    count += 1;
  } else if (has(count - 1, 'SIS User ID') && has(count, 'SIS Login ID')) {
    [sis, login] = [count - 1, count];
    count += has(count + 1, 'Integration ID') ? 3 : 2;
    if (has(count - 1, 'Root Account')) count += 1;
  }
  if (!has(count - 1, 'Section')) throw invalidHeader();
  return { id, sis, login, count };
}

function invalidHeader(): Error {
  return new Error('Invalid header row');
}

function userOf(
  row: readonly string[],
  { id, sis, login }: StudentColumns,
  { users }: CanvasCourse,
): CanvasUser | undefined {
  const name = id === 2 ? `${row[1]} ${row[0]}` : row[0];
  return (
    users.find((user) => String(user.id) === row[id]) ??
    users.find((user) => user.sisId !== '' && user.sisId === row[sis]) ??
    users.find((user) => user.login !== '' && user.login === row[login]) ??
    users.find((user) => user.name === name || user.sortableName === name)
  );
}
