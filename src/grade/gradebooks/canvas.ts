/**
 * A gradebook as Canvas exports it, to be imported again (Canvas, lib/gradebook_importer.rb): only the
 * cells of one assignment change, and of those only the ones of graded students who are not excused.
 */
import { keysFrom } from '../roster/keys';
import { type Listed, pair } from '../roster/pair';
import { assignmentColumn, type CanvasHeader, canvasHeader } from './canvas-header';
import { joinCells, type Row, readCell, type Table, TableError } from './cells';
import { changeCells } from './change-cells';
import type { Columns, Filled, Gradebook, GradedStudent } from './gradebook';
import { decimalSign, readNumber, writeNumber } from './number-style';

export const CANVAS: Gradebook = {
  title: 'a Canvas gradebook',
  lookedFor: 'a first line with Student, ID and Section',
  isOne: (table) => canvasHeader(headersOf(table)) !== undefined,
  fill,
};

function fill(table: Table, students: readonly GradedStudent[], columns: Columns): Filled {
  const headers = headersOf(table);
  const header = canvasHeader(headers);
  if (header === undefined) throw new TableError(`this is not ${CANVAS.title}`);
  const column = assignmentColumn(headers, header, columns.grade);
  const [, ...lines] = table.rows.map(valuesOf);
  const points = lines.find(isPointsRow);
  if (/read\s+only/.test(points?.values[column] ?? '')) {
    throw new TableError(`${headers[column]} is read only in Canvas`);
  }
  const rows = lines.filter((line) => !isPointsRow(line) && !isPolicyRow(line));
  const listed = rows.map((line) => listedOf(line, header));
  const { pairs, problems } = pair(students, listed, 'the gradebook');
  const sign = decimalSign(lines.flatMap(({ values }) => values.slice(header.section + 1)));
  const excused = pairs.filter(({ row }) => /^\s*EX\s*$/i.test(row.values[column] ?? ''));
  const graded = pairs.filter((one) => !excused.includes(one));
  const changes = graded
    .filter(({ seeker, row }) => readNumber(row.values[column] ?? '') !== seeker.score)
    .map(({ seeker, row: { line } }) => ({ line, column, value: writeNumber(seeker.score, sign) }));
  return {
    text: joinCells(changeCells(table, changes)),
    filled: graded.length,
    problems: [
      ...problems,
      ...excused.map(({ seeker, row }) => `${seeker.student}: is excused (line ${row.line})`),
      ...otherPoints(points?.values[column] ?? '', students),
    ],
  };
}

interface Line {
  readonly line: number;
  readonly values: readonly string[];
}

function valuesOf({ line, cells }: Row): Line {
  return { line, values: cells.map(readCell) };
}

function headersOf({ rows: [head] }: Table): readonly string[] {
  return head === undefined ? [] : valuesOf(head).values;
}

function isPointsRow({ values: [first = ''] }: Line): boolean {
  return first.includes('Points Possible');
}

/** It tells of assignments whose grades are not shown yet; and blank lines. */
function isPolicyRow({ values }: Line): boolean {
  return values.every((value) => /^\s*(Muted|Manual Posting.*)?\s*$/is.test(value));
}

/** Canvas itself looks for its own number, then the SIS's, then the login, then the name. */
function listedOf({ line, values }: Line, header: CanvasHeader): Listed & Line {
  const at = (column: number | undefined) => (column === undefined ? '' : (values[column] ?? ''));
  const login = at(header.sisLogin);
  const name = header.names.map(at).join(' ');
  const keys = keysFrom({
    canvas: [at(header.id)],
    id: [at(header.sisUser)],
    login: [login],
    email: login.includes('@') ? [login] : [],
    name: [name],
  });
  return { line, values, name, keys };
}

function otherPoints(possible: string, students: readonly GradedStudent[]): string[] {
  const there = readNumber(possible);
  const other = students.find(({ maxScore }) => maxScore !== there);
  if (there === undefined || other === undefined) return [];
  return [`Points Possible is ${there} in Canvas, but the grades are of ${other.maxScore}`];
}
