/**
 * Points of checks to points of a task, and to a score: pure arithmetic, with the formula in words.
 */
import type { PartialCredit, Rounding, SpecifyShares } from '../model/assignment';
import type { Check, MutantResult, StudentScenario, TaskResult } from '../model/result';

export interface Scored {
  readonly points: number;
  readonly formula: string;
}

/** What a check counts of its task: its own points of the sum of all, times the task's. */
export function pointsOfChecks(
  checks: readonly Check[],
  maxPoints: number,
  partialCredit: PartialCredit,
): Scored {
  const groups = groupsOf(checks, partialCredit);
  const all = sum(checks.map((check) => check.maxPoints));
  const got = sum(
    groups.map((group) =>
      group.every(({ verdict }) => verdict === 'held')
        ? sum(group.map((check) => check.maxPoints))
        : 0,
    ),
  );
  const points = all === 0 ? 0 : (maxPoints * got) / all;
  return { points, formula: `${number(maxPoints)} × ${number(got)}/${number(all)} of the checks` };
}

/** @returns the checks that count only together */
function groupsOf(checks: readonly Check[], credit: PartialCredit): readonly (readonly Check[])[] {
  if (credit === 'scenario') return checks.map((check) => [check]);
  if (credit === 'all') return [checks];
  const byFeature = new Map<string, Check[]>();
  for (const check of checks) {
    const feature = check.id.slice(0, check.id.lastIndexOf(':'));
    byFeature.set(feature, [...(byFeature.get(feature) ?? []), check]);
  }
  return [...byFeature.values()];
}

/** Of a student's own scenarios: who caught what, and how many say something true. */
export function pointsOfSpecification(
  scenarios: readonly StudentScenario[],
  mutants: readonly MutantResult[],
  maxPoints: number,
  { thoroughness, validity }: SpecifyShares,
): Scored {
  const counted = scenarios.filter(({ state }) => state !== 'not counted');
  const valid = counted.filter(({ state }) => state === 'valid').length;
  const weights = sum(mutants.map(({ weight }) => weight));
  const caught = sum(
    mutants.filter(({ caughtBy }) => caughtBy.length > 0).map(({ weight }) => weight),
  );
  const parts =
    thoroughness * share(caught, weights) +
    validity * (valid === 0 ? 0 : share(valid, counted.length));
  return {
    points: maxPoints * parts,
    formula:
      `${number(maxPoints)} × (${number(thoroughness)} × ${number(caught)}/${number(weights)} of the mutants` +
      ` + ${number(validity)} × ${valid}/${counted.length} of the scenarios)`,
  };
}

/** @returns the score, rounded half up, and how it came about */
export function scoreOf(tasks: readonly TaskResult[], { decimals }: Rounding): Scored {
  const points = rounded(sum(tasks.map((task) => task.points)), decimals);
  const maxScore = sum(tasks.map((task) => task.maxPoints));
  const parts = tasks.map((task) => `${number(task.points)} of ${number(task.maxPoints)}`);
  return { points, formula: `${parts.join(' + ')} = ${number(points)} of ${number(maxScore)}` };
}

/** Half up: `2.5` is 3. A tiny correction undoes what binary fractions lose. */
export function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.floor(value * factor + 0.5 + 1e-9) / factor;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** At most three decimals, none that say nothing. */
function number(value: number): string {
  return String(rounded(value, 3));
}
