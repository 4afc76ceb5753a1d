/**
 * Matchers about what a command printed. Blanks at the end of a line are not compared: `ip route`
 * and `calicoctl` print some, and editors remove them from a feature.
 */
import { editDistance } from '../../src/base/nearest-name';
import type { FieldMiss } from '../../src/report/model/mismatch';
import { addCheck, type Complaint } from './check';
import { lineDiff } from './line-diff';
import { lineFits, matchLines } from './line-pattern';

declare global {
  namespace Chai {
    interface Assertion {
      /** Lines of text that are exactly these. @param beside what to show below a difference */
      textLike(wanted: string, what: string, beside?: string): void;
      /** Lines of text of which some are these, one after the other; `…` stands for what varies. */
      linesLike(wanted: string, what: string, beside?: string): void;
      /** Lines of text of which one is this. */
      lineLike(wanted: string, what: string): void;
    }
  }
}

export const textMatchers: Chai.ChaiPlugin = (chai, utils) => {
  addCheck(chai, utils, 'textLike', checkText);
  addCheck(chai, utils, 'linesLike', checkPattern);
  addCheck(chai, utils, 'lineLike', checkLine);
};

/** The lines of a text, without blanks at their ends and without empty lines around the whole. */
export function linesOf(text: string): readonly string[] {
  return text
    .replace(/^\n+|\s+$/g, '')
    .split('\n')
    .map((line) => line.trimEnd());
}

function checkText(
  actual: string,
  wanted: string,
  what: string,
  beside = '',
): Complaint | undefined {
  const [lines, wantedLines] = [linesOf(actual), linesOf(wanted)];
  if (lines.join('\n') === wantedLines.join('\n')) return undefined;
  const message = `expected ${what} to be (-), but it is (+)`;
  return {
    message: differing(message, lineDiff(wantedLines, lines), beside),
    mismatch: mismatchOfLines(what, wantedLines, lines, beside),
  };
}

function mismatchOfLines(
  subject: string,
  wanted: readonly string[],
  lines: readonly string[],
  beside = '',
): Complaint['mismatch'] {
  const mismatch = { subject, expected: wanted.join('\n'), actual: lines.join('\n') };
  return beside.trim() === '' ? mismatch : { ...mismatch, cause: linesOf(beside).join(' ') };
}

function checkPattern(
  actual: string,
  wanted: string,
  what: string,
  beside = '',
): Complaint | undefined {
  const [lines, pattern] = [linesOf(actual), linesOf(wanted)];
  const { matched, stuckAt } = matchLines(pattern, lines);
  if (matched === pattern.length) return undefined;
  const message = differing(
    `expected ${what} to have these lines, one after the other (-), but it is (+)`,
    lineDiff(pattern, lines, lineFits),
    beside,
  );
  const [line, got] = [pattern[matched], lines[stuckAt] ?? '(no more lines)'];
  return {
    message: `${message}\nnearest miss: expected ${line}, got ${got}`,
    mismatch: {
      ...mismatchOfLines(what, pattern, lines, beside),
      nearest: { what: `line ${stuckAt + 1}`, fields: [differingField('line', line ?? '', got)] },
    },
  };
}

function differingField(name: string, expected: string, actual: string): FieldMiss {
  return { name, expected, actual, isSame: false };
}

function differing(message: string, diff: readonly string[], beside: string): string {
  const below = beside.trim() === '' ? [] : ['and on standard error', ...indented(linesOf(beside))];
  return [message, ...indented(diff), ...below].join('\n');
}

function checkLine(actual: string, wanted: string, what: string): Complaint | undefined {
  const lines = linesOf(actual);
  if (lines.some((line) => line.trim() === wanted.trim())) return undefined;
  const [nearest] = [...lines].sort(
    (one, other) => editDistance(one, wanted) - editDistance(other, wanted),
  );
  const miss = nearest || '(nothing was printed)';
  const message = [
    `expected ${what} to show the line`,
    `  ${wanted}`,
    'but it is',
    ...indented(lines),
    `nearest miss: ${miss}`,
  ].join('\n');
  return {
    message,
    mismatch: {
      subject: what,
      expected: wanted,
      actual: lines.join('\n'),
      nearest: { what: 'the likest line', fields: [differingField('line', wanted, miss)] },
    },
  };
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
