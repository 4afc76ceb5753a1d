/**
 * Matchers about what a command printed. Blanks at the end of a line are not compared: `ip route`
 * and `calicoctl` print some, and editors remove them from a feature.
 */
import { editDistance } from '../../src/base/nearest-name';
import { addCheck } from './check';

declare global {
  namespace Chai {
    interface Assertion {
      /** Lines of text that are exactly these. */
      textLike(wanted: string, what: string): void;
      /** Lines of text of which one is this. */
      lineLike(wanted: string, what: string): void;
    }
  }
}

export const textMatchers: Chai.ChaiPlugin = (chai, utils) => {
  addCheck(chai, utils, 'textLike', checkText);
  addCheck(chai, utils, 'lineLike', checkLine);
};

/** The lines of a text, without blanks at their ends and without empty lines around the whole. */
export function linesOf(text: string): readonly string[] {
  return text
    .replace(/^\n+|\s+$/g, '')
    .split('\n')
    .map((line) => line.trimEnd());
}

function checkText(actual: string, wanted: string, what: string): string | undefined {
  const [lines, wantedLines] = [linesOf(actual), linesOf(wanted)];
  const length = Math.max(lines.length, wantedLines.length);
  for (let at = 0; at < length; at++) {
    if (lines[at] === wantedLines[at]) continue;
    return [
      `expected ${what} to be`,
      ...indented(wantedLines),
      'but it is',
      ...indented(lines),
      `line ${at + 1} differs: expected ${wantedLines[at] ?? '(no line)'}, got ${lines[at] ?? '(no line)'}`,
    ].join('\n');
  }
  return undefined;
}

function checkLine(actual: string, wanted: string, what: string): string | undefined {
  const lines = linesOf(actual);
  if (lines.some((line) => line.trim() === wanted.trim())) return undefined;
  const [nearest] = [...lines].sort(
    (one, other) => editDistance(one, wanted) - editDistance(other, wanted),
  );
  return [
    `expected ${what} to show the line`,
    `  ${wanted}`,
    'but it is',
    ...indented(lines),
    `nearest miss: ${nearest || '(nothing was printed)'}`,
  ].join('\n');
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
