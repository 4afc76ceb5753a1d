/**
 * A result as a student may see it.
 */
import { MUTANTS } from '../../faults/mutants/index';
import type { Rounding } from '../model/assignment';
import type { Check, MutantResult, StudentResult, TaskResult } from '../model/result';
import { rounded } from '../score/points';
import type { Audience, Feedback, MutantFeedback, TaskFeedback } from './feedback';

export function feedbackFor(
  result: StudentResult,
  audience: Audience,
  { decimals }: Rounding,
): Feedback {
  const tasks = result.tasks.map((task) => taskFeedback(task, audience));
  const { student, assignment, state, problems, digest, maxScore, formula } = result;
  const hidden = sum(tasks.map((task) => task.hidden));
  const points = rounded(sum(tasks.map((task) => task.points)), decimals);
  return {
    audience,
    student,
    assignment,
    state,
    problems,
    ...(state === 'graded' ? { points } : {}),
    decided: tidy(sum(tasks.map((task) => task.decided))),
    hidden: tidy(hidden),
    maxPoints: maxScore,
    ...(hidden === 0 ? { formula } : {}),
    tasks,
    digest,
  };
}

function taskFeedback(task: TaskResult, audience: Audience): TaskFeedback {
  const { id, title, maxPoints, formula, specification } = task;
  const isTold = (check: Check) => audience === 'after-due' || check.visibility === 'visible';
  const checks = task.checks.filter(isTold);
  const decided = audience === 'practice' ? checks : task.checks;
  const hidden = maxPoints - sum(decided.map((check) => check.maxPoints));
  return {
    id,
    title,
    points: tidy(sum(decided.map((check) => check.points))),
    decided: tidy(maxPoints - hidden),
    hidden: tidy(hidden),
    maxPoints,
    ...(decided.length === task.checks.length ? { formula } : {}),
    checks,
    hiddenChecks: task.checks.length - checks.length,
    scenarios: specification?.scenarios ?? [],
    mutants: (specification?.mutants ?? []).map((mutant) => mutantFeedback(mutant, audience)),
  };
}

function mutantFeedback({ name, caughtBy }: MutantResult, audience: Audience): MutantFeedback {
  const mutant = MUTANTS.find((one) => one.name === name);
  const isCaught = caughtBy.length > 0;
  const told = { isCaught, caughtBy };
  if (mutant === undefined || audience === 'graded') return told;
  const { hint, misconception } = mutant;
  if (audience === 'after-due') return { ...told, name, misconception, hint };
  return isCaught ? told : { ...told, hint };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Without what binary fractions add. */
function tidy(value: number): number {
  return rounded(value, 3);
}
