/**
 * Points as integers, for graders that know no others: largest remainders (Hamilton). Each part loses or
 * gains less than one point, and the sum is that of the score.
 */

export interface PointsOf {
  readonly points: number;
  readonly maxPoints: number;
}

/** @returns for each part its points, none above its most, that add up to those of all, rounded half up */
export function wholePoints(parts: readonly PointsOf[]): readonly PointsOf[] {
  const most = shared(
    parts.map(({ maxPoints }) => maxPoints),
    parts.map(() => Number.POSITIVE_INFINITY),
  );
  const points = shared(
    parts.map((part) => part.points),
    most,
  );
  return parts.map((_, at) => ({ points: points[at] ?? 0, maxPoints: most[at] ?? 0 }));
}

/** Who has lost most by rounding down gets one back first; of equals, who comes first. */
function shared(values: readonly number[], limits: readonly number[]): readonly number[] {
  const floors = values.map((value, at) => Math.min(Math.floor(value + EPSILON), limits[at] ?? 0));
  const total = Math.floor(sum(values) + 0.5 + EPSILON);
  const order = values
    .map((value, at) => ({ at, lost: value - (floors[at] ?? 0) }))
    .filter(({ at }) => (floors[at] ?? 0) < (limits[at] ?? 0))
    .sort((one, other) => other.lost - one.lost || one.at - other.at)
    .slice(0, Math.max(0, total - sum(floors)));
  const lucky = new Set(order.map(({ at }) => at));
  return floors.map((floor, at) => floor + (lucky.has(at) ? 1 : 0));
}

/** What binary fractions lose. */
const EPSILON = 1e-9;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
