/**
 * Submissions that are nearly the same but for what a copyist changes. A reason to talk to somebody, not a
 * verdict: what an assignment hands out, and what many have alike, is no sign and is left out (as MOSS
 * does: Schleimer, Wilkerson, Aiken, "Winnowing", SIGMOD 2003, section 5).
 */
import type { TextFile } from '../submissions/task-files';
import { likeSets } from './like-sets';
import { shinglesOf } from './shingles';
import { structuresOf } from './structure';

/**
 * What is compared of a submission: a number for each of its shingles that was not handed out, in
 * ascending order. It says nothing of the text, and parts of a class can be compared by it later.
 */
export type Shape = readonly number[];

export interface Shaped {
  readonly student: string;
  readonly shape: Shape;
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

/** @param handOuts what all students were given: files that equal one of these are nobody's own */
export function shapeOf(files: readonly TextFile[], handOuts: readonly TextFile[]): Shape {
  const given = new Set(handOuts.map(({ text }) => squeezed(text)));
  const givenShingles = shinglesOf(structuresOf(handOuts));
  const own = files.filter(({ text }) => !given.has(squeezed(text)));
  const shingles = [...shinglesOf(structuresOf(own))].filter((one) => !givenShingles.has(one));
  return [...new Set(shingles.map(fnv1a))].sort((one, other) => one - other);
}

/** The most similar first, else in the order of the submissions. */
export function likeness(submissions: readonly Shaped[]): readonly LikePair[] {
  return likeSets(ownShingles(submissions.map(({ shape }) => shape)), SIMILARITY_MIN)
    .flatMap(({ one, other, similarity, shared }): readonly LikePair[] => {
      const [first, second] = [submissions[one], submissions[other]];
      if (first === undefined || second === undefined) return [];
      return [{ students: [first.student, second.student], similarity, shared }];
    })
    .sort((one, other) => other.similarity - one.similarity);
}

/** Without those that many have, and none of who has few. */
function ownShingles(shapes: readonly Shape[]): readonly ReadonlySet<number>[] {
  const holders = new Map<number, number>();
  for (const shingle of shapes.flat()) holders.set(shingle, (holders.get(shingle) ?? 0) + 1);
  const common = Math.max(COMMON_STUDENTS, shapes.length * COMMON_SHARE);
  return shapes.map((shape) => {
    const own = shape.filter((shingle) => (holders.get(shingle) ?? 0) <= common);
    return new Set(own.length < SHINGLES_MIN ? [] : own);
  });
}

/** FNV-1a of 32 bits over UTF-16 (draft-eastlake-fnv). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Without what editors change when a file is only opened and saved. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
