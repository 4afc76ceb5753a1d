/** Where somebody changed a text: so that what he works at comes first. */

/** Lines of the new text, counted from 1, the last included. */
export interface ChangedLines {
  readonly from: number;
  readonly to: number;
}

/** @returns all lines from the first change to the last; `undefined` where there is none */
export function changedLines(before: string, after: string): ChangedLines | undefined {
  if (before === after) return undefined;
  const [old, now] = [before.split('\n'), after.split('\n')];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const to = now.length - tail;
  // Where lines were only taken away, it is the line before them.
  return to > head ? { from: head + 1, to } : { from: Math.max(1, head), to: Math.max(1, head) };
}
