/**
 * Submissions that are nearly the same but for what a copyist changes. A reason to talk to somebody, not a
 * verdict: what an assignment hands out, and what many have alike, is no sign and is left out (as MOSS
 * does: Schleimer, Wilkerson, Aiken, "Winnowing", SIGMOD 2003, section 5).
 */
import type { TextFile } from '../submissions/task-files';
import { likeSets } from './like-sets';
import { shinglesOf } from './shingles';
import { structuresOf } from './structure';

export interface HandedIn {
  readonly student: string;
  readonly files: readonly TextFile[];
}

export interface LikePair {
  readonly students: readonly [string, string];
  /** Of the shingles that either has, the share that both have (Jaccard); from 0.8 to 1. */
  readonly similarity: number;
  /** How many shingles both have. */
  readonly shared: number;
}

const SIMILARITY_MIN = 0.8;
/** Whoever has fewer of his own has written too little to tell. */
const SHINGLES_MIN = 20;
/** What more students have than these, whichever is more, is what the assignment makes people write. */
const COMMON_STUDENTS = 10;
const COMMON_SHARE = 0.25;

/**
 * The most similar first, else in the order of the submissions.
 * @param handOuts what all students were given: files that equal one of these are nobody's own
 */
export function likeness(
  submissions: readonly HandedIn[],
  handOuts: readonly TextFile[],
): readonly LikePair[] {
  const given = new Set(handOuts.map(({ text }) => squeezed(text)));
  const givenShingles = shinglesOf(structuresOf(handOuts));
  const written = submissions.map(({ files }) => {
    const own = files.filter(({ text }) => !given.has(squeezed(text)));
    return [...shinglesOf(structuresOf(own))].filter((shingle) => !givenShingles.has(shingle));
  });
  return likeSets(ownShingles(written), SIMILARITY_MIN)
    .flatMap(({ one, other, similarity, shared }): readonly LikePair[] => {
      const [first, second] = [submissions[one], submissions[other]];
      if (first === undefined || second === undefined) return [];
      return [{ students: [first.student, second.student], similarity, shared }];
    })
    .sort((one, other) => other.similarity - one.similarity);
}

/** As numbers; without those that many have, and none of who has few. */
function ownShingles(written: readonly (readonly string[])[]): readonly ReadonlySet<number>[] {
  const holders = new Map<string, { readonly number: number; count: number }>();
  for (const shingle of written.flat()) {
    const known = holders.get(shingle);
    if (known === undefined) holders.set(shingle, { number: holders.size, count: 1 });
    else known.count += 1;
  }
  const common = Math.max(COMMON_STUDENTS, written.length * COMMON_SHARE);
  return written.map((shingles) => {
    const own = shingles.flatMap((shingle) => {
      const known = holders.get(shingle);
      return known === undefined || known.count > common ? [] : [known.number];
    });
    return new Set(own.length < SHINGLES_MIN ? [] : own);
  });
}

/** Without what editors change when a file is only opened and saved. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
