/**
 * A class as a wide table: a line for each student, a column for each check. Text of others that a
 * spreadsheet would run is made text (OWASP, "CSV Injection").
 */
import { stringify } from 'csv-stringify/sync';
import type { StudentResult } from '../model/result';
import type { Matching } from '../roster/match-students';
import type { RosterRow } from '../roster/read-roster';
import { rounded } from '../score/points';

/** Points of a check are fractions. */
const DECIMALS = 3;

/** Whoever is in the roster and handed in nothing comes last. With a byte order mark, without which Excel shows Korean as noise. */
export function classTable(
  results: readonly StudentResult[],
  { students, missing }: Pick<Matching, 'students' | 'missing'>,
): string {
  const tasks = results.find(({ state }) => state === 'graded')?.tasks ?? [];
  const columns = tasks.flatMap(({ id, checks }) => [
    `${id} points`,
    ...checks.map((check) => check.id),
  ]);
  const lines = results.map((result) => [
    ...personIn(students.get(result.student)),
    result.student,
    result.state,
    result.score ?? '',
    result.maxScore,
    ...columns.map((column) => pointsIn(result, column)),
    result.problems.join(' ; '),
  ]);
  const absent = missing.map((row) => [
    ...personIn(row),
    '',
    'missing',
    ...Array(columns.length + 3).fill(''),
  ]);
  const head = [
    'student_id',
    'name',
    'email',
    'student',
    'state',
    'score',
    'max_score',
    ...columns,
    'problems',
  ];
  return stringify([head, ...lines, ...absent], {
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
  });
}

function personIn(row: RosterRow | undefined): readonly string[] {
  return [row?.id ?? '', row?.name ?? '', row?.email ?? ''];
}

function pointsIn({ tasks }: StudentResult, column: string): number | string {
  for (const { id, points, checks } of tasks) {
    if (column === `${id} points`) return rounded(points, DECIMALS);
    const check = checks.find((one) => one.id === column);
    if (check !== undefined) return rounded(check.points, DECIMALS);
  }
  return '';
}
