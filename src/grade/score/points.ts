/**
 * Points of checks to points of a task, and to a score: pure arithmetic, with the formula in words.
 */
import { unreachable } from '../../base/invariant';
import type { Wording } from '../../base/wording';
import type { PartialCredit, Rounding, SpecifyShares } from '../model/assignment';
import type { Check, SpecificationResult, TaskResult } from '../model/result';

export interface Scored {
  readonly points: number;
  readonly formula: Wording;
}

export interface ScoredChecks extends Scored {
  /** Their points add up to the task's. */
  readonly checks: readonly Check[];
}

/** A check before it is known what it counts of its task. */
export type WeighedCheck = Omit<Check, 'points' | 'maxPoints'> & { readonly weight: number };

/** What each check counts of its task: its own weight of the sum of all, times the task's points. */
export function scoreChecks(
  weighed: readonly WeighedCheck[],
  maxPoints: number,
  credit: PartialCredit,
): ScoredChecks {
  const all = sum(weighed.map(({ weight }) => weight));
  const counting = weighed.filter((check) =>
    weighed.every((other) => other.verdict === 'held' || !countTogether(check, other, credit)),
  );
  const got = sum(counting.map(({ weight }) => weight));
  const scale = all === 0 ? 0 : maxPoints / all;
  const checks = weighed.map((check) => {
    const { weight, ...rest } = check;
    const points = counting.includes(check) ? weight * scale : 0;
    return { ...rest, points, maxPoints: weight * scale };
  });
  const share = `${number(maxPoints)} × ${number(got)}/${number(all)}`;
  const formula = { en: `${share} of the checks`, ko: `${share} (검사)` };
  return { points: got * scale, formula, checks };
}

/** Whether the one counts only if the other holds. */
function countTogether(one: WeighedCheck, other: WeighedCheck, credit: PartialCredit): boolean {
  switch (credit) {
    case 'scenario':
      return one === other;
    case 'feature':
      return featureOf(one) === featureOf(other);
    case 'all':
      return true;
    default:
      return unreachable(credit);
  }
}

function featureOf({ id }: WeighedCheck): string {
  return id.slice(0, id.lastIndexOf(':'));
}

/** Of a student's own scenarios: who caught what, and how many say something true. */
export function scoreSpecification(
  id: string,
  { scenarios, mutants }: SpecificationResult,
  maxPoints: number,
  { thoroughness, validity }: SpecifyShares,
): ScoredChecks {
  const counted = scenarios.filter(({ state }) => state !== 'not counted');
  const valid = counted.filter(({ state }) => state === 'valid').length;
  const weights = sum(mutants.map(({ weight }) => weight));
  const found = mutants.filter(({ caughtBy }) => caughtBy.length > 0);
  const caught = sum(found.map(({ weight }) => weight));
  const checks = [
    {
      ...partOf(
        `${id}/mutants`,
        'mutants caught',
        share(caught, weights),
        maxPoints * thoroughness,
      ),
      why: `${found.length} of ${mutants.length} caught`,
    },
    {
      ...partOf(
        `${id}/scenarios`,
        'scenarios valid',
        share(valid, counted.length),
        maxPoints * validity,
      ),
      why: `${valid} of ${counted.length} valid`,
    },
  ];
  const parts = [
    `${number(thoroughness)} × ${number(caught)}/${number(weights)}`,
    `${number(validity)} × ${valid}/${counted.length}`,
  ];
  return {
    points: sum(checks.map(({ points }) => points)),
    formula: {
      en: `${number(maxPoints)} × (${parts[0]} of the mutants + ${parts[1]} of the scenarios)`,
      ko: `${number(maxPoints)} × (${parts[0]} (변이) + ${parts[1]} (시나리오))`,
    },
    checks,
  };
}

/** Something that is right to some part. */
function partOf(id: string, name: string, part: number, maxPoints: number): Omit<Check, 'why'> {
  const verdict = part === 1 ? 'held' : 'violated';
  return { id, name, visibility: 'visible', verdict, points: part * maxPoints, maxPoints };
}

/** @returns the score, rounded half up, and how it came about */
export function scoreOf(tasks: readonly TaskResult[], { decimals }: Rounding): Scored {
  const points = rounded(sum(tasks.map((task) => task.points)), decimals);
  const maxScore = sum(tasks.map((task) => task.maxPoints));
  const whole = (of: (part: number, all: number) => string) =>
    `${tasks.map((task) => of(task.points, task.maxPoints)).join(' + ')} = ${of(points, maxScore)}`;
  return {
    points,
    formula: {
      en: whole((part, all) => `${number(part)} of ${number(all)}`),
      ko: whole((part, all) => `${number(part)}/${number(all)}`),
    },
  };
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
