/** The name that somebody probably meant. Distance is Levenshtein's (1965), without case. */

/** The nearest of the known names, where one is near enough to be offered. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  // A name of thousands of letters is no slip of the finger, and comparing it costs their product.
  if (name.length > NAME_LENGTH_MAX) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/**
 * The one name that is nearest, where no other is as near and both have the same digits: k8s-w3 is no slip of
 * the finger for k8s-w1.
 */
export function surelyMeant(name: string, known: readonly string[]): string | undefined {
  const best = nearestName(name, known);
  if (best === undefined || digitsOf(best) !== digitsOf(name)) return undefined;
  const isAsNear = nearestName(
    name,
    known.filter((other) => other !== best),
  );
  const distanceTo = (other: string) => editDistance(name.toLowerCase(), other.toLowerCase());
  return isAsNear !== undefined && distanceTo(isAsNear) === distanceTo(best) ? undefined : best;
}

function digitsOf(name: string): string {
  return name.replace(/\D/g, '');
}

/** `; did you mean vxlanMode?` or nothing. */
export function didYouMean(name: string, known: readonly string[]): string {
  const best = nearestName(name, known);
  return best === undefined ? '' : `; did you mean ${best}?`;
}

/** `; did you mean k8s-w1?`, or else what there is: `; there is k8s-m, k8s-w0`. */
export function didYouMeanOneOf(name: string, known: readonly string[]): string {
  const shown = known.slice(0, NAMES_MAX).join(', ');
  const there = known.length === 0 ? '; there is none' : `; there is ${shown}`;
  return didYouMean(name, known) || (known.length > NAMES_MAX ? `${there} …` : there);
}

const NAME_LENGTH_MAX = 100;
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
