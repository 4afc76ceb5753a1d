/**
 * What may stand at the place of a sentence where somebody is: names, files, words.
 */
import { byKeyword } from '../sentences/find';
import type { Sentence } from '../sentences/sentence';
import { withParticle } from '../sentences/snippet';
import { reachedBy } from '../sentences/typed-sentence';
import { choicesIn } from './choices';
import type { Typed } from './offers';

export interface Value {
  /** With its particle, where Korean puts one behind it. */
  readonly text: string;
  readonly name: string;
  /** What of the typed text is replaced, at its end. */
  readonly rest: string;
}

/** Each once, of what the keyword introduces first; none at the very beginning, where every name is one. */
export function valuesFor(
  sentences: readonly Sentence[],
  { text, keyword, names }: Typed,
): readonly Value[] {
  const values = new Map<string, Value>();
  if (text === '') return [];
  for (const sentence of byKeyword(sentences, ({ entry }) => entry.kind, keyword)) {
    for (const { piece: at, rest } of reachedBy(text, sentence)) {
      const [piece, next] = [sentence.pieces[at], sentence.pieces[at + 1]];
      if (piece?.kind !== 'parameter') continue;
      for (const name of choicesIn(sentence, names)(piece, rest)) {
        const value = withParticle(name, piece, next);
        if (value !== rest) values.set(value, { text: value, name, rest });
      }
    }
  }
  return [...values.values()];
}
