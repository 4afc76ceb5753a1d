/**
 * Two texts compared as `diff` shows it: what is missing with a minus, what is there instead with a plus.
 */
import { diffArrays } from 'diff';

/**
 * @param fits whether a line is one that is wanted
 * @returns one line for each line of either text, the sign in front
 */
export function lineDiff(
  wanted: readonly string[],
  actual: readonly string[],
  fits: (wanted: string, actual: string) => boolean = (one, other) => one === other,
): readonly string[] {
  const options = { comparator: fits };
  return diffArrays([...wanted], [...actual], options).flatMap(({ added, removed, value }) => {
    const sign = removed ? '- ' : added ? '+ ' : '  ';
    return value.map((line) => `${sign}${line}`);
  });
}
