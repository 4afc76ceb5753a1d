/**
 * A run in a few lines: what did not hold, and why, then how many of each verdict, then where the
 * report is.
 */
import type { Paint } from '../paint';
import type { RunRecord, ScenarioResult } from './run-record';

/** So many scenarios are told in full; who has more to repair reads the report. */
export const TOLD_MAX = 20;

/** So many lines of one reason are shown. */
const REASON_LINES_MAX = 12;

const COLOURS = { held: 'green', violated: 'red', 'not established': 'yellow' } as const;

export function summariseRun(
  { scenarios, skipped, empty, parseFailures }: RunRecord,
  seconds: number,
  paint: Paint,
): string {
  const failed = [
    ...scenarios.filter(({ verdict }) => verdict === 'violated'),
    ...scenarios.filter(({ verdict }) => verdict === 'not established'),
  ];
  const blocks = [
    ...parseFailures.map(({ where, why }) => `${where}: ${why}`),
    ...empty,
    ...failed.slice(0, TOLD_MAX).map((scenario) => tellScenario(scenario, paint)),
  ];
  if (failed.length > TOLD_MAX) {
    blocks.push(`… and ${failed.length - TOLD_MAX} more, which the report tells of`);
  }
  const count = `${countVerdicts(scenarios, skipped, paint)} (${seconds.toFixed(1)} s)`;
  return [...blocks, count].join('\n\n');
}

/** A scenario with its verdict, where it stands, and what did not hold. */
export function tellScenario(
  { verdict, where, name, sentence, why }: ScenarioResult,
  paint: Paint,
): string {
  const lines = [`${paint(COLOURS[verdict], verdict)}: ${name}`, paint('gray', `  ${where}`)];
  if (sentence !== undefined) lines.push(`  ${sentence}`);
  return [...lines, ...shorten(why).map((line) => `    ${line}`.trimEnd())].join('\n');
}

/** A reason that goes on with the way of every packet is read in the report. */
function shorten(why: string): readonly string[] {
  if (why === '') return [];
  const lines = why.trimEnd().split('\n');
  if (lines.length <= REASON_LINES_MAX) return lines;
  const left = lines.length - REASON_LINES_MAX;
  return [...lines.slice(0, REASON_LINES_MAX), `… ${left} more lines in the report`];
}

/** `3 scenarios: 2 held, 1 violated`. @param skipped how many were not run */
export function countVerdicts(
  scenarios: readonly ScenarioResult[],
  skipped: number,
  paint: Paint,
): string {
  const parts = (['held', 'violated', 'not established'] as const).flatMap((verdict) => {
    const count = scenarios.filter((scenario) => scenario.verdict === verdict).length;
    return count === 0 ? [] : [paint(COLOURS[verdict], `${count} ${verdict}`)];
  });
  if (skipped > 0) parts.push(`${skipped} not run`);
  const total = scenarios.length + skipped;
  const what = `${total} ${total === 1 ? 'scenario' : 'scenarios'}`;
  return parts.length > 0 ? `${what}: ${parts.join(', ')}` : what;
}
