/**
 * Times of work that is done several times over; machines are noisy, so the median counts, and only
 * ratios within one run are claims.
 */
import { performance } from 'node:perf_hooks';

/** Milliseconds of one call, the median of `rounds`. */
export function medianMs(rounds: number, work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times);
}

export async function medianMsAsync(rounds: number, work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** Milliseconds of each kind of work, the medians of `rounds` in which they take turns. */
export async function medianMsOfEach(
  rounds: number,
  kinds: readonly (() => Promise<void>)[],
): Promise<readonly number[]> {
  const times = kinds.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, work] of kinds.entries()) {
      const start = performance.now();
      await work();
      // The first round is for loading.
      if (round > 0) times[at]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
