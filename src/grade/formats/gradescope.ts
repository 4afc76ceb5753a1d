/**
 * `results.json` of Gradescope ("Autograder Specifications", Output Format): one test for each check that
 * may be seen, and one for the others.
 */
import { rounded } from '../score/points';
import { checksOfAll, HIDDEN_NAME } from './checks-of-all';
import { type Format, type Graded, json } from './format';
import { markdownText } from './markdown-text';

export const GRADESCOPE: Format = {
  name: 'gradescope',
  file: 'results.json',
  render: (graded) => json(gradescope(graded)),
};

function gradescope(graded: Graded): object {
  const { result } = graded;
  const { state, score = 0, problems } = result;
  const texts = problems.map((problem) => `- ${markdownText(problem)}`);
  if (state === 'ungradable') {
    // There is no way to give no score. Whoever counts attempts must look at `extra_data`.
    const output = ['Not graded; no attempt is used up.', '', ...texts].join('\n');
    return { score: 0, output, output_format: 'md', extra_data: { state }, tests: [] };
  }
  return {
    score,
    output: [markdownText(result.formula.en), ...hiddenWords(graded), '', ...texts].join('\n'),
    output_format: 'md',
    test_output_format: 'md',
    test_name_format: 'text',
    visibility: 'visible',
    extra_data: { state, digest: result.digest },
    tests: testsOf(graded),
  };
}

/** Where a test is hidden Gradescope hides the whole score, so what is hidden is said here. */
function hiddenWords({ feedback }: Graded): readonly string[] {
  const count = feedback.tasks.reduce((sum, task) => sum + task.hiddenChecks, 0);
  return count === 0 ? [] : ['', `Hidden checks: ${count}. Their points are in the score.`];
}

function testsOf({ result, feedback }: Graded): readonly object[] {
  const told = new Set(feedback.tasks.flatMap(({ checks }) => checks.map(({ id }) => id)));
  const all = checksOfAll(result);
  const tests = all
    .filter(({ id }) => told.has(id))
    .map(({ number, name, points, maxPoints, verdict, why }) => ({
      number,
      name,
      score: tidy(points),
      max_score: tidy(maxPoints),
      status: verdict === 'held' ? 'passed' : 'failed',
      output: markdownText(why),
    }));
  const hidden = all.filter(({ id }) => !told.has(id));
  if (hidden.length === 0) return tests;
  const [score, max_score] = [sum(hidden, 'points'), sum(hidden, 'maxPoints')];
  const visibility = 'after_published';
  return [...tests, { name: HIDDEN_NAME, score, max_score, visibility }];
}

function sum(checks: ReturnType<typeof checksOfAll>, of: 'points' | 'maxPoints'): number {
  return tidy(checks.reduce((total, check) => total + check[of], 0));
}

function tidy(points: number): number {
  return rounded(points, 3);
}
