/**
 * Runs of words that overlap: two texts are alike by the share of them that both have. Resistant to what
 * is added, taken out or moved (A. Broder, "On the resemblance and containment of documents", 1997).
 */
import type { Structure } from './structure';

/** Words. */
const LENGTH = 5;

/** Of each structure by itself; one that is shorter than a shingle is one. */
export function shinglesOf(structures: readonly Structure[]): ReadonlySet<string> {
  const shingles = new Set<string>();
  for (const words of structures) {
    for (let at = 0; at === 0 || at + LENGTH <= words.length; at++) {
      shingles.add(words.slice(at, at + LENGTH).join(' '));
    }
  }
  return shingles;
}
