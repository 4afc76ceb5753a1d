/**
 * Where the columns of a Moodle worksheet are. Moodle writes their headers in the site's language and
 * compares them so when it imports (mod/assign/feedback/offline/importgradeslib.php): here they are known
 * by what stands in them, by their headers in English and Korean, or by being told.
 */
import { TableError } from './cells';
import type { Columns } from './gradebook';
import { namedColumn, oneColumn, plainHeader } from './header';
import { readNumber } from './number-style';

/** The values below the headers, row by row. */
export interface Sheet {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Columns count from 0. */
export interface Identity {
  /** `Participant 123`; only in a grading worksheet. */
  readonly participant: number | undefined;
  readonly idNumber: number | undefined;
  readonly email: number | undefined;
  /** One or two columns, in the order to speak them. */
  readonly names: readonly number[];
}

const HEADERS = {
  idNumber: ['id number', 'idnumber', 'id 번호', '식별 번호', '학번'],
  fullName: ['full name', 'name', '성명', '이름과 성', '전체 이름', '이름'],
  first: ['first name', 'firstname', '이름'],
  last: ['last name', 'lastname', 'surname', '성'],
  grade: ['grade', '성적', '점수', '평점', '등급'],
  feedback: ['feedback comments', '피드백 댓글', '피드백 의견', '피드백 코멘트', '피드백'],
} as const;

/** `undefined` where nothing tells who a row is. */
export function identityOf(sheet: Sheet): Identity | undefined {
  const participant = participantColumn(sheet);
  const idNumber = knownColumn(sheet, 'idNumber');
  const email = sheet.headers.findIndex((_, column) => isOfEmails(sheet, column));
  if (participant === undefined && idNumber === undefined && email === -1) return undefined;
  const names = nameColumns(sheet, participant);
  return { participant, idNumber, email: email === -1 ? undefined : email, names };
}

/** @throws TableError where there is none, or several may be */
export function gradeColumn(sheet: Sheet, identity: Identity, { grade }: Columns): number {
  if (grade !== undefined) return namedColumn(sheet.headers, grade);
  const fits = (_: string, at: number) => isBeforeMaximum(sheet, identity, at);
  const column = knownColumn(sheet, 'grade') ?? oneColumn(sheet.headers, fits, 'the grade');
  if (column !== undefined) return column;
  const known = HEADERS.grade.join(', ');
  throw new TableError(
    `no column for the grades (${known}): say which it is, of ${sheet.headers.join(', ')}; ` +
      'feedback without grades is not written, for importing that wipes grades',
  );
}

/** `undefined` where there is none. */
export function feedbackColumn(sheet: Sheet, { feedback }: Columns): number | undefined {
  if (feedback !== undefined) return namedColumn(sheet.headers, feedback);
  return knownColumn(sheet, 'feedback');
}

/** What the grades are of: in a worksheet the same number in every row of the column after them. */
export function maximumOf(
  { rows }: Sheet,
  { participant }: Identity,
  grade: number,
): number | undefined {
  // In other exports there may be anything, such as the time of the export.
  if (participant === undefined) return undefined;
  const [first, ...others] = rows.map((row) => readNumber(row[grade + 1] ?? ''));
  return others.every((one) => one === first) ? first : undefined;
}

/**
 * The first column of a worksheet: one word for all and a number for each, as get_string('hiddenuser') and
 * the record's id make it.
 */
function participantColumn({ headers, rows }: Sheet): number | undefined {
  const known: readonly string[] = HEADERS.idNumber;
  if (known.includes(plainHeader(headers[0] ?? ''))) return undefined;
  const parts = rows.map(([first = '']) => /^(\D+)\d+$/.exec(first)?.[1]);
  const isDistinct = new Set(rows.map(([first]) => first)).size === rows.length;
  const isAlike = parts[0] !== undefined && parts.every((part) => part === parts[0]);
  return isAlike && isDistinct ? 0 : undefined;
}

/** A worksheet has the full name after the participant, or, of a blind assignment, nothing of it. */
function nameColumns(sheet: Sheet, participant: number | undefined): readonly number[] {
  if (participant !== undefined) return [participant + 1];
  const first = knownColumn(sheet, 'first');
  const last = knownColumn(sheet, 'last');
  if (first !== undefined && last !== undefined) return [first, last];
  const whole = knownColumn(sheet, 'fullName');
  return whole === undefined ? [] : [whole];
}

function knownColumn({ headers }: Sheet, what: keyof typeof HEADERS): number | undefined {
  const known: readonly string[] = HEADERS[what];
  const column = headers.findIndex((header) => known.includes(plainHeader(header)));
  return column === -1 ? undefined : column;
}

function isOfEmails({ rows }: Sheet, column: number): boolean {
  const values = rows.map((row) => row[column] ?? '').filter((value) => value !== '');
  return values.length > 0 && values.every((value) => /^[^\s@]+@[^\s@]+$/.test(value));
}

/** Numbers, or nothing yet, and what they are of in the column after. */
function isBeforeMaximum(sheet: Sheet, identity: Identity, column: number): boolean {
  const areGrades = sheet.rows.every((row) => {
    const value = (row[column] ?? '').trim();
    return value === '' || value === '-' || readNumber(value) !== undefined;
  });
  return areGrades && maximumOf(sheet, identity, column) !== undefined;
}
