/**
 * What a class as a whole did: how its scores are spread, which checks were hard, and who failed alike.
 * An instructor explains what many got wrong once, and looks at the rest one by one.
 */
import type { Check, StudentResult } from '../model/result';

export interface ClassStatistics {
  readonly graded: number;
  readonly ungradable: number;
  /** Of those that were graded; none where nobody was. */
  readonly meanScore: number | undefined;
  readonly medianScore: number | undefined;
  readonly maxScore: number;
  readonly bins: readonly ScoreBin[];
  /** What the fewest got right stands first. */
  readonly hardest: readonly CheckShare[];
  /** The largest first; whoever fails as nobody else is in none. */
  readonly clusters: readonly FailureCluster[];
}

/** Students whose score is at least `from` and less than `to` of the most, in percent; the last has 100, too. */
export interface ScoreBin {
  readonly from: number;
  readonly to: number;
  readonly students: number;
}

/** One check in all results that have it. */
export interface CheckShare {
  readonly check: Pick<Check, 'id' | 'name' | 'visibility'>;
  readonly held: number;
  readonly violated: number;
  readonly open: number;
}

/** Students for whom the same checks, and no others, did not hold. */
export interface FailureCluster {
  readonly students: readonly string[];
  readonly checks: readonly Pick<Check, 'id' | 'name'>[];
}

const BIN_PERCENT = 10;

export function statisticsOf(results: readonly StudentResult[]): ClassStatistics {
  const graded = results.filter(({ state }) => state === 'graded');
  const scores = graded.map(({ score = 0 }) => score).sort((one, other) => one - other);
  return {
    graded: graded.length,
    ungradable: results.length - graded.length,
    meanScore:
      scores.length === 0 ? undefined : scores.reduce((sum, it) => sum + it, 0) / scores.length,
    medianScore: medianOf(scores),
    maxScore: Math.max(0, ...results.map((result) => result.maxScore)),
    bins: binsOf(graded),
    hardest: hardestOf(graded),
    clusters: clustersOf(graded),
  };
}

/** The checks of a result, of all its tasks. */
export function checksOf({ tasks }: StudentResult): readonly Check[] {
  return tasks.flatMap(({ checks }) => checks);
}

/** @param sorted ascending */
function medianOf(sorted: readonly number[]): number | undefined {
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  const upper = sorted[Math.floor(sorted.length / 2)];
  return lower === undefined || upper === undefined ? undefined : (lower + upper) / 2;
}

function binsOf(graded: readonly StudentResult[]): readonly ScoreBin[] {
  const counts = new Array<number>(100 / BIN_PERCENT).fill(0);
  for (const { score = 0, maxScore } of graded) {
    const share = maxScore === 0 ? 0 : score / maxScore;
    // 0.7 of ten is 6.999…: a billionth decides nothing.
    const bin = Math.floor((share * 100) / BIN_PERCENT + 1e-9);
    const at = Math.min(Math.max(bin, 0), counts.length - 1);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.map((students, at) => ({
    from: at * BIN_PERCENT,
    to: (at + 1) * BIN_PERCENT,
    students,
  }));
}

function hardestOf(graded: readonly StudentResult[]): readonly CheckShare[] {
  const verdicts = new Map<string, Check[]>();
  for (const check of graded.flatMap(checksOf)) {
    const same = verdicts.get(check.id);
    if (same === undefined) verdicts.set(check.id, [check]);
    else same.push(check);
  }
  return [...verdicts.values()]
    .flatMap((same): readonly CheckShare[] => {
      const count = (verdict: Check['verdict']) =>
        same.filter((check) => check.verdict === verdict).length;
      const [first] = same;
      if (first === undefined) return [];
      const { id, name, visibility } = first;
      return [
        {
          check: { id, name, visibility },
          held: count('held'),
          violated: count('violated'),
          open: count('not established'),
        },
      ];
    })
    .sort((one, other) => shareHeld(one) - shareHeld(other));
}

/** From 0 to 1. */
export function shareHeld({ held, violated, open }: CheckShare): number {
  return held / (held + violated + open);
}

function clustersOf(graded: readonly StudentResult[]): readonly FailureCluster[] {
  const clusters = new Map<string, { students: string[]; checks: readonly Check[] }>();
  for (const result of graded) {
    const checks = checksOf(result).filter(({ verdict }) => verdict !== 'held');
    const key = JSON.stringify(checks.map(({ id }) => id).sort());
    const cluster = clusters.get(key) ?? { students: [], checks };
    cluster.students.push(result.student);
    clusters.set(key, cluster);
  }
  return [...clusters.values()]
    .filter(({ students, checks }) => students.length > 1 && checks.length > 0)
    .sort((one, other) => other.students.length - one.students.length)
    .map(({ students, checks }) => ({
      students,
      checks: checks.map(({ id, name }) => ({ id, name })),
    }));
}
