/**
 * `results.json` of an external grader of PrairieLearn ("External grading", Grading results): a score from 0
 * to 1; what is wrong with the files costs no attempt.
 */
import { rounded } from '../score/points';
import { checksOfAll, HIDDEN_NAME } from './checks-of-all';
import { type Format, type Graded, json } from './format';

export const PRAIRIELEARN: Format = {
  name: 'prairielearn',
  file: 'results.json',
  render: (graded) => json(prairieLearn(graded)),
};

/** The whole file may have 1 MB. */
const MESSAGE_MAX = 1000;
const TESTS_MAX = 500;

export function prairieLearn({ result, feedback }: Graded): object {
  const { state, score = 0, maxScore, problems, formula } = result;
  if (state === 'ungradable') {
    return { gradable: false, format_errors: problems.slice(0, TESTS_MAX).map(cut) };
  }
  const told = new Set(feedback.tasks.flatMap(({ checks }) => checks.map(({ id }) => id)));
  const tests = checksOfAll(result)
    .slice(0, TESTS_MAX)
    .map(({ id, number, name, points, maxPoints, why }) => ({
      name: told.has(id) ? cut(`${number} ${name}`) : `${number} ${HIDDEN_NAME}`,
      points: rounded(points, 3),
      max_points: rounded(maxPoints, 3),
      ...(told.has(id) ? { message: cut(why) } : {}),
    }));
  return { score: maxScore === 0 ? 0 : score / maxScore, message: formula.en, tests };
}

function cut(text: string): string {
  return text.length > MESSAGE_MAX ? `${text.slice(0, MESSAGE_MAX)}…` : text;
}
