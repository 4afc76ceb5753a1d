/**
 * Lines with `…` for what varies. Within a line it stands for any text, and for none; a line of
 * nothing else stands for any number of lines. The lines must come one after the other.
 */

const ELLIPSIS = '…';

export interface PatternMatch {
  /** How many of the pattern's lines were found one after the other. */
  readonly matched: number;
  /** The index of the line at which the search got stuck. */
  readonly stuckAt: number;
}

/** Where in the lines the pattern fits best; it fits wholly where `matched` is all of it. */
export function matchLines(pattern: readonly string[], lines: readonly string[]): PatternMatch {
  let best: PatternMatch = { matched: 0, stuckAt: 0 };
  for (let start = 0; start <= lines.length; start++) {
    const match = matchFrom(pattern, lines, start);
    if (match.matched > best.matched) best = match;
    if (best.matched === pattern.length) break;
  }
  return best;
}

/** Greedy is enough: after a gap, the first place where the next group of lines fits is the best one. */
function matchFrom(
  pattern: readonly string[],
  lines: readonly string[],
  start: number,
): PatternMatch {
  let at = start;
  let matched = 0;
  for (const group of groupsOf(pattern)) {
    const first = group.afterGap ? firstFit(group.lines, lines, at) : at;
    const fitting = fitAt(group.lines, lines, first ?? at);
    matched += (group.afterGap ? 1 : 0) + fitting;
    if (fitting < group.lines.length) return { matched, stuckAt: (first ?? at) + fitting };
    at = (first ?? at) + fitting;
  }
  return { matched, stuckAt: at };
}

interface Group {
  readonly afterGap: boolean;
  readonly lines: readonly string[];
}

function groupsOf(pattern: readonly string[]): readonly Group[] {
  const groups: { afterGap: boolean; lines: string[] }[] = [{ afterGap: false, lines: [] }];
  for (const line of pattern) {
    if (line.trim() === ELLIPSIS) groups.push({ afterGap: true, lines: [] });
    else groups.at(-1)?.lines.push(line);
  }
  return groups;
}

function firstFit(
  group: readonly string[],
  lines: readonly string[],
  from: number,
): number | undefined {
  for (let at = from; at + group.length <= lines.length; at++) {
    if (fitAt(group, lines, at) === group.length) return at;
  }
  return undefined;
}

/** How many lines of the group fit from there on. */
function fitAt(group: readonly string[], lines: readonly string[], at: number): number {
  const misfit = group.findIndex((line, index) => !lineFits(line, lines[at + index]));
  return misfit < 0 ? group.length : misfit;
}

/** Whether a line is the pattern's, where `…` stands for any text. */
export function lineFits(pattern: string, line: string | undefined): boolean {
  if (line === undefined) return false;
  const [first = '', ...rest] = pattern.trimEnd().split(ELLIPSIS);
  const text = line.trimEnd();
  if (rest.length === 0) return text === first;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= end;
}
