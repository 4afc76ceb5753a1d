/**
 * The result of a grader of GitHub Classroom (classroom-resources/autograding-grading-reporter): JSON in
 * base64, in the variable `<RUNNER>_RESULTS`. The reporter adds up the scores of the tests.
 */
import { checksOfAll, HIDDEN_NAME } from './checks-of-all';
import type { Format, Graded } from './format';
import { wholePoints } from './whole-points';

export const GITHUB_CLASSROOM: Format = {
  name: 'github-classroom',
  file: 'result.txt',
  render: (graded) => `${base64(JSON.stringify(githubClassroom(graded)))}\n`,
};

export function githubClassroom({ result, feedback }: Graded): object {
  const { state, score = 0, maxScore, problems } = result;
  if (state === 'ungradable') {
    const message = `Not graded; no attempt is used up. ${problems.join('; ')}`;
    const test = { name: 'not graded', status: 'error', score: 0, message };
    return { version: 1, status: 'error', max_score: maxScore, tests: [{ ...test, line_no: 0 }] };
  }
  const told = new Set(feedback.tasks.flatMap(({ checks }) => checks.map(({ id }) => id)));
  const all = checksOfAll(result);
  const points = wholePoints(all);
  const tests = all.map(({ id, number, name, verdict, why }, at) => ({
    // The same name twice is shown once.
    name: told.has(id) ? `${number} ${name}` : `${number} ${HIDDEN_NAME}`,
    status: verdict === 'held' ? 'pass' : 'fail',
    score: points[at]?.points ?? 0,
    message: told.has(id) ? why : '',
    line_no: 0,
  }));
  const status = score === maxScore ? 'pass' : 'fail';
  return { version: 1, status, max_score: maxScore, tests };
}

/** Of UTF-8 (RFC 4648, section 4). */
function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
