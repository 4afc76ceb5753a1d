/**
 * Whether what was printed is what a document shows, from its first line to its last. `…` stands for what may
 * vary; blank lines do not count.
 */
import { matchLines } from '../../../steps/matchers/line-pattern';

/** Stand where a text begins and ends, so that the whole of it has to fit. */
const BEGIN = '\u0002';
const END = '\u0003';

/** @returns the line that is not as it is shown, or `undefined` where all are */
export function firstDifference(shown: string, printed: string): string | undefined {
  const pattern = [BEGIN, ...linesOf(shown), END];
  const lines = [BEGIN, ...linesOf(printed), END];
  const { matched, stuckAt } = matchLines(pattern, lines);
  if (matched === pattern.length) return undefined;
  return `shown is "${pattern[matched]}", printed was "${lines[stuckAt]}" of\n${printed}`;
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
}
