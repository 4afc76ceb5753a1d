/** The fix for a name that nobody knows: the one that was meant. */
import { nearestName, surelyMeant } from '../base/nearest-name';
import type { PlacedText } from '../spec/placed-text';
import type { Fix } from './rule';

/**
 * Puts the nearest of the known names in place of what stands there; without asking only where it was surely
 * meant. `undefined` where none is near, or the name stands at no one place.
 */
export function renameTo(
  known: readonly string[],
  text: PlacedText,
  start = 0,
  end = text.text.length,
): Fix | undefined {
  const name = text.text.slice(start, end);
  const near = nearestName(name, known);
  const edit = near === undefined ? undefined : text.edit(start, end, near);
  if (edit === undefined) return undefined;
  return { says: `call it ${near}`, edits: [edit], isSafe: surelyMeant(name, known) === near };
}
