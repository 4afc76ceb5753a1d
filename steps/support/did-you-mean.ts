/**
 * The nearest known name to one that nobody knows, for messages. Distance is Levenshtein's (1965).
 */

/** `; did you mean "pod2"?`, or the list of what there is, or nothing where there is nothing. */
export function didYouMean(name: string, known: readonly string[]): string {
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .sort((one, other) => one.distance - other.distance);
  const [best] = ranked;
  if (best === undefined) return '; there is none';
  if (best.distance <= Math.max(1, Math.floor(name.length / 3))) {
    return `; did you mean ${best.candidate}?`;
  }
  return `; there is ${known.slice(0, NAMES_MAX).join(', ')}${known.length > NAMES_MAX ? ' …' : ''}`;
}

/** So many names fit into one message. */
const NAMES_MAX = 12;

/** How many letters have to be added, removed or replaced to make one word the other. */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let column = 1; column <= other.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (one[at - 1] === other[column - 1] ? 0 : 1);
      next.push(Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
