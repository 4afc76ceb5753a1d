/**
 * A class as a wide table: a line for each student, a column for each check. Text of others that a
 * spreadsheet would run is made text (OWASP, "CSV Injection").
 */
import { stringify } from 'csv-stringify/sync';
import type { StudentResult } from '../model/result';

/** With a byte order mark, without which Excel shows Korean as noise. */
export function classTable(results: readonly StudentResult[]): string {
  const tasks = results.find(({ state }) => state === 'graded')?.tasks ?? [];
  const columns = tasks.flatMap(({ id, checks }) => [
    `${id} points`,
    ...checks.map((check) => check.id),
  ]);
  const lines = results.map((result) => [
    result.student,
    result.state,
    result.score ?? '',
    result.maxScore,
    ...columns.map((column) => pointsIn(result, column)),
    result.problems.join(' ; '),
  ]);
  const head = ['student', 'state', 'score', 'max_score', ...columns, 'problems'];
  return stringify([head, ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
  });
}

function pointsIn({ tasks }: StudentResult, column: string): number | string {
  for (const { id, points, checks } of tasks) {
    if (column === `${id} points`) return points;
    const check = checks.find((one) => one.id === column);
    if (check !== undefined) return check.points;
  }
  return '';
}
