/**
 * `result.json` of Classroom 50, schema `classroom50/result/v1`: integers only, and what the grader was told
 * by its environment.
 */
import { checksOfAll, HIDDEN_NAME, type ListedCheck } from './checks-of-all';
import { type Format, type Graded, json, type Place } from './format';
import { wholePoints } from './whole-points';

export const CLASSROOM50: Format = {
  name: 'classroom50',
  file: 'result.json',
  render: (graded, place) => json(classroom50(graded, place)),
};

/** Where the environment says nothing, as at home; the schema wants every field to be filled. */
const NOWHERE = 'none';
const EPOCH = '1970-01-01T00:00:00Z';

function classroom50(graded: Graded, place: Place): object {
  const { student, assignment, maxScore } = graded.result;
  const tests = testsOf(graded);
  return {
    schema: 'classroom50/result/v1',
    classroom: place['CLASSROOM'] ?? NOWHERE,
    assignment: place['ASSIGNMENT'] ?? assignment,
    assignment_type: place['ASSIGNMENT_TYPE'] === 'group' ? 'group' : 'individual',
    owner: place['OWNER'] ?? student,
    submission: place['SUBMISSION_TAG'] ?? `submit/${student}`,
    commit: place['COMMIT_URL'] ?? NOWHERE,
    release: place['RELEASE_URL'] ?? NOWHERE,
    review: place['REVIEW_URL'] ?? NOWHERE,
    // The instant of the commit, which the grader does not decide.
    datetime: place['COMMIT_DATETIME'] ?? EPOCH,
    score: tests.reduce((sum, test) => sum + test.score, 0),
    'max-score': maxScore,
    tests,
  };
}

function testsOf({ result, feedback }: Graded) {
  if (result.state === 'ungradable') {
    const message = result.problems.join('\n');
    const none = { passed: false, score: 0, 'max-score': result.maxScore };
    return [{ 'test-name': 'not graded; no attempt is used up', ...none, message }];
  }
  const told = new Set(feedback.tasks.flatMap(({ checks }) => checks.map(({ id }) => id)));
  const all = checksOfAll(result);
  const points = wholePoints(all);
  const tests = all.map((check, at) => ({
    check,
    score: points[at]?.points ?? 0,
    'max-score': points[at]?.maxPoints ?? 0,
  }));
  const hidden = tests.filter(({ check }) => !told.has(check.id));
  const shown = tests.filter(({ check }) => told.has(check.id)).map(testOf);
  if (hidden.length === 0) return shown;
  return [
    ...shown,
    {
      'test-name': HIDDEN_NAME,
      passed: hidden.every(({ check }) => check.verdict === 'held'),
      score: hidden.reduce((sum, test) => sum + test.score, 0),
      'max-score': hidden.reduce((sum, test) => sum + test['max-score'], 0),
      message: '',
    },
  ];
}

interface Counted {
  readonly check: ListedCheck;
  readonly score: number;
  readonly 'max-score': number;
}

function testOf({ check: { number, name, verdict, why }, ...counted }: Counted) {
  const passed = verdict === 'held';
  return { 'test-name': `${number} ${name}`, passed, ...counted, message: why };
}
