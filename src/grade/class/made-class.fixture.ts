/** Classes for tests: each student with the verdicts of some checks, each of one point. */
import { type Check, RESULT_SCHEMA, type StudentResult } from '../model/result';

const VERDICTS = { '+': 'held', '-': 'violated', '?': 'not established' } as const;

/**
 * @param verdicts a sign for each check: `+-?`; `''` for a submission that cannot be graded
 * @param most the points of all checks together
 */
export function madeResult(
  student: string,
  verdicts: string,
  most = verdicts.length,
): StudentResult {
  const checks = [...verdicts].map(madeCheck);
  const points = checks.reduce((sum, check) => sum + check.points, 0);
  const formula = { en: `${points} of ${most}`, ko: `${points}/${most}` };
  const title = { en: 'Build it', ko: '만들기' };
  const isGraded = verdicts !== '';
  return {
    schema: RESULT_SCHEMA,
    assignment: 'two-nodes',
    student,
    state: isGraded ? 'graded' : 'ungradable',
    problems: isGraded ? [] : ['pod.yaml:1:1: no manifest'],
    ...(isGraded ? { score: points } : {}),
    maxScore: most,
    formula,
    tasks: isGraded
      ? [{ id: 'build', kind: 'configure', title, points, maxPoints: most, formula, checks }]
      : [],
    digest: 'd1'.repeat(32),
    engine: { version: '0.1.0', seed: 1 },
  };
}

function madeCheck(sign: string, at: number): Check {
  const verdict = sign === '+' || sign === '-' ? VERDICTS[sign] : VERDICTS['?'];
  return {
    id: `build/features/a:${at + 1}`,
    name: `check ${at + 1}`,
    visibility: at % 3 === 2 ? 'hidden' : 'visible',
    verdict,
    why: verdict === 'held' ? '' : 'no reply came',
    points: verdict === 'held' ? 1 : 0,
    maxPoints: 1,
  };
}
