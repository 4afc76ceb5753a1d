/**
 * Where in a sentence somebody is who has typed the beginning of it.
 */
import type { Piece } from '../../../steps/support/say';
import { literal, type Sentence } from './sentence';

/** One way in which what was typed may be the beginning of a sentence. */
export interface Reached {
  /** The piece that comes next or is half typed; everything before it is there. */
  readonly piece: number;
  /** What is there of that piece, empty where nothing is. */
  readonly rest: string;
  /** The arguments before it, in the order of the pattern. */
  readonly args: readonly string[];
}

/** Nobody types a sentence that long, and matching takes time. */
const TYPED_MAX = 500;

/** @returns empty where no beginning of the sentence is as what was typed */
export function reachedBy(typed: string, sentence: Sentence): readonly Reached[] {
  if (typed.length > TYPED_MAX) return [];
  return beginningsOf(sentence).flatMap((beginning, piece) => {
    const { rest, ...args } = beginning.exec(typed)?.groups ?? {};
    return rest === undefined ? [] : [{ piece, rest, args: Object.values(args) }];
  });
}

const known = new WeakMap<Sentence, readonly RegExp[]>();

/** For each piece, what is typed of a sentence that has reached it. */
function beginningsOf(sentence: Sentence): readonly RegExp[] {
  const made =
    known.get(sentence) ??
    sentence.pieces.map((piece, at) => {
      const before = sentence.fits.slice(0, at).join('');
      return new RegExp(`^${before}(?<rest>${beginningOf(piece)})$`, 'u');
    });
  known.set(sentence, made);
  return made;
}

function beginningOf(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return partOf(piece.text);
    case 'choice':
      return piece.texts.map(partOf).join('|');
    case 'parameter':
      return '.*';
  }
}

/** Any beginning of the text but all of it; of `abc` nothing, `a` and `ab`. */
function partOf(text: string): string {
  return [...text].slice(0, -1).reduceRight((rest, letter) => `(?:${literal(letter)}${rest})?`, '');
}
