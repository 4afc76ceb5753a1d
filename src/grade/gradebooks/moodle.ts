/**
 * A Moodle grading worksheet (mod/assign/feedback/offline), or any file for Moodle's gradebook import that
 * knows students by e-mail address or ID number: only cells of the grade and the feedback change.
 */
import { keysFrom } from '../roster/keys';
import { type Listed, pair } from '../roster/pair';
import { joinCells, readCell, type Table, TableError } from './cells';
import { type Change, changeCells } from './change-cells';
import type { Columns, Filled, Gradebook, GradedStudent } from './gradebook';
import {
  feedbackColumn,
  gradeColumn,
  type Identity,
  identityOf,
  maximumOf,
  type Sheet,
} from './moodle-columns';
import { decimalSign, readNumber, writeNumber } from './number-style';
import { feedbackCell } from './safe-text';

export const MOODLE: Gradebook = {
  title: 'a Moodle worksheet',
  lookedFor: 'a column of Participant 123 in any language, of e-mail addresses, or ID number',
  isOne: (table) => identityOf(readSheet(table)) !== undefined,
  fill,
};

interface SheetOfLines extends Sheet {
  /** Where each row begins. */
  readonly lines: readonly number[];
}

function fill(table: Table, students: readonly GradedStudent[], columns: Columns): Filled {
  const sheet = readSheet(table);
  const identity = identityOf(sheet);
  if (identity === undefined) throw new TableError(`this is not ${MOODLE.title}`);
  const grade = gradeColumn(sheet, identity, columns);
  const feedback = feedbackColumn(sheet, columns);
  const maximum = maximumOf(sheet, identity, grade);
  const { pairs, problems } = pair(students, listedOf(sheet, identity), 'the worksheet');
  const isAbove = ({ seeker }: (typeof pairs)[number]) => seeker.score > (maximum ?? Infinity);
  const fitting = pairs.filter((one) => !isAbove(one));
  const style = sheet.rows.flatMap((row) => [row[grade] ?? '', row[grade + 1] ?? '']);
  const sign = decimalSign(style);
  const changes = fitting.flatMap(({ seeker, row }): Change[] => [
    ...(readNumber(row.values[grade] ?? '') === seeker.score
      ? []
      : [{ line: row.line, column: grade, value: writeNumber(seeker.score, sign) }]),
    ...(feedback === undefined || seeker.feedback === ''
      ? []
      : [{ line: row.line, column: feedback, value: feedbackCell(seeker.feedback) }]),
  ]);
  return {
    text: joinCells(changeCells(table, changes)),
    filled: fitting.length,
    problems: [
      ...problems,
      ...pairs.filter(isAbove).map(({ seeker }) => aboveMaximum(seeker, maximum)),
      ...otherMaximum(students, maximum),
      ...lostFeedback(students, feedback),
    ],
  };
}

function readSheet({ rows }: Table): SheetOfLines {
  const [head, ...others] = rows.map(({ line, cells }) => ({ line, values: cells.map(readCell) }));
  const filled = others.filter(({ values }) => values.some((value) => value.trim() !== ''));
  return {
    headers: head?.values ?? [],
    rows: filled.map(({ values }) => values),
    lines: filled.map(({ line }) => line),
  };
}

type WorksheetRow = Listed & { readonly values: readonly string[] };

function listedOf({ rows, lines }: SheetOfLines, identity: Identity): readonly WorksheetRow[] {
  return rows.map((values, row) => {
    const at = (column: number | undefined) => (column === undefined ? '' : (values[column] ?? ''));
    const participant = at(identity.participant);
    const name = identity.names.map(at).join(' ');
    const keys = keysFrom({
      participant: [participant.replace(/^\D+/, '')],
      id: [at(identity.idNumber)],
      email: [at(identity.email)],
      name: [name],
    });
    return { line: lines[row] ?? 0, values, name: name || participant, keys };
  });
}

/** Moodle would leave such a row out, and say nothing. */
function aboveMaximum({ student, score }: GradedStudent, maximum: number | undefined): string {
  return `${student}: ${score} points, but grades are of ${maximum} in Moodle`;
}

function otherMaximum(
  students: readonly GradedStudent[],
  maximum: number | undefined,
): readonly string[] {
  const other = students.find(({ maxScore }) => maxScore !== maximum);
  if (maximum === undefined || other === undefined) return [];
  return [`the maximum grade is ${maximum} in Moodle, but the grades are of ${other.maxScore}`];
}

function lostFeedback(students: readonly GradedStudent[], feedback: number | undefined): string[] {
  if (feedback !== undefined || students.every((student) => student.feedback === '')) return [];
  return ['there is no column for the feedback: say which it is, or switch it on in Moodle'];
}
