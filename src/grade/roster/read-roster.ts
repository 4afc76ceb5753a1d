/**
 * The list of a class, as somebody exported or typed it: CSV with a line of headers in English or Korean,
 * separated by commas, semicolons or tabs, with a byte order mark or without.
 */
import { readCell, splitCells, TableError } from '../gradebooks/cells';

export interface RosterRow {
  /** In the roster; counts from 1. */
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly login?: string;
  /** What this student's folder or archive is called, where nothing else tells. */
  readonly folder?: string;
}

const COLUMNS = ['id', 'name', 'email', 'login', 'folder'] as const;
type Column = (typeof COLUMNS)[number];

/** What a column may be called; compared without case, blanks, hyphens and underscores. */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', 'student', 'studentid', 'studentnumber', 'idnumber', 'sisuserid', '학번', '학생번호'],
  name: ['name', 'fullname', 'studentname', '이름', '성명', '학생이름'],
  email: ['email', 'emailaddress', 'mail', '이메일', '이메일주소', '전자우편', '메일'],
  login: ['login', 'loginid', 'username', 'sisloginid', '아이디', '로그인', '사용자이름'],
  folder: ['folder', 'submission', '폴더', '제출폴더'],
};

/** @throws TableError with the line, where a column is missing or there twice, or a student is */
export function readRoster(text: string): readonly RosterRow[] {
  const [head, ...lines] = linesOf(text);
  if (head === undefined) throw new TableError('the roster is empty');
  const places = columnsOf(head);
  const rows = lines.map(({ line, cells }) => rowOf(line, (column) => cells[places[column]] ?? ''));
  refuseTwins(rows, 'id');
  refuseTwins(rows, 'folder');
  return rows;
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

function linesOf(text: string): readonly Line[] {
  return splitCells(text)
    .rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => readCell(cell).trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** Where each column is; -1 where it is not. */
function columnsOf({ line, cells }: Line): Readonly<Record<Column, number>> {
  const names = cells.map((cell) =>
    cell
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s_-]/g, ''),
  );
  const place = (column: Column) => {
    const [first, second] = names.flatMap((name, at) => (HEADERS[column].includes(name) ? at : []));
    if (first === undefined) return -1;
    if (second === undefined) return first;
    const both = `${cells[first]} and ${cells[second]}`;
    throw new TableError(`line ${line}: two columns are the ${column}: ${both}`);
  };
  const places = {
    id: place('id'),
    name: place('name'),
    email: place('email'),
    login: place('login'),
    folder: place('folder'),
  };
  for (const column of ['id', 'name'] as const) {
    if (places[column] !== -1) continue;
    const known = HEADERS[column].join(', ');
    const there = cells.join(', ');
    throw new TableError(`line ${line}: no column for the ${column} (${known}); there is ${there}`);
  }
  return places;
}

function rowOf(line: number, cell: (column: Column) => string): RosterRow {
  const id = cell('id');
  if (id === '') throw new TableError(`line ${line}: no id`);
  const optional = (column: 'email' | 'login' | 'folder') =>
    cell(column) === '' ? {} : { [column]: cell(column) };
  const row = { line, id, name: cell('name') };
  return { ...row, ...optional('email'), ...optional('login'), ...optional('folder') };
}

function refuseTwins(rows: readonly RosterRow[], column: 'id' | 'folder'): void {
  const lines = new Map<string, number>();
  for (const row of rows) {
    const value = row[column];
    if (value === undefined) continue;
    const first = lines.get(value);
    if (first !== undefined) {
      throw new TableError(`line ${row.line}: ${column} ${value} is in line ${first}, too`);
    }
    lines.set(value, row.line);
  }
}
