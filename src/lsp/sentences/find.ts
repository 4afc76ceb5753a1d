/**
 * Finds sentences by words that somebody types, in any order: each must be the beginning of a word of the
 * sentence, or of what is said about it, in whatever language.
 */
import type { StepKind } from '../../../steps/support/catalogue';
import type { Sentence } from './sentence';
import { mayBecome, plain } from './typed-word';

export interface FoundSentence {
  readonly sentence: Sentence;
  /** Of the typed words, those that are names of arguments of the sentence. */
  readonly names: readonly string[];
}

/** Whether a word is a name of the lab that can stand for this kind of argument. */
export type IsName = (word: string, kindOfArgument: string) => boolean;

/**
 * The sentences that the words may mean; all of them where nothing is typed. Those that say the words
 * themselves come first.
 */
export function findSentences(
  sentences: readonly Sentence[],
  typed: string,
  isName: IsName,
): readonly FoundSentence[] {
  const words = typed.split(/\s+/).filter((word) => word !== '');
  return sentences
    .flatMap((sentence) => {
      const hits = words.map((word) => hitOf(word, sentence, isName));
      const sum = hits.reduce((total, { rank }) => total + rank, 0);
      if (sum === Number.POSITIVE_INFINITY) return [];
      const names = hits.flatMap(({ name = [] }) => name);
      return [{ sentence, names, sum }];
    })
    .sort((one, other) => one.sum - other.sum);
}

interface Hit {
  /** How far the word is from what the sentence says. */
  readonly rank: number;
  readonly name?: string;
}

function hitOf(word: string, sentence: Sentence, isName: IsName): Hit {
  const forms = [word, ...withoutParticle(word)];
  const { own, about } = sentence.words;
  const typed = forms.map(plain);
  const begins = (words: readonly string[]) =>
    typed.some((form) => words.some((other) => mayBecome(form, other)));
  if (begins(own)) return { rank: 0 };
  const kinds = sentence.pieces.flatMap((piece) =>
    piece.kind === 'parameter' ? [piece.name] : [],
  );
  const name = forms.find((form) => kinds.some((kind) => isName(form, kind)));
  if (name !== undefined) return { rank: 1, name };
  return { rank: begins(about) ? 2 : Number.POSITIVE_INFINITY };
}

const PARTICLE = /(?<=.)(?:이|가|을|를|은|는|과|와|의|에서|에|으로|로)$/u;

/** The sentence may say it with another particle, or with none: 파드가, pod1이. */
function withoutParticle(word: string): readonly string[] {
  return PARTICLE.test(word) ? [word.replace(PARTICLE, '')] : [];
}

const ORDER: ReadonlyMap<StepKind, readonly StepKind[]> = new Map([
  // What is asserted under Given is a precondition.
  ['given', ['given', 'then', 'when']],
  ['when', ['when', 'given', 'then']],
  ['then', ['then', 'when', 'given']],
]);

/** Those that fit the keyword come first; otherwise they stay in their order. */
export function byKeyword<Found>(
  found: readonly Found[],
  kindOf: (one: Found) => StepKind,
  keyword: StepKind = 'given',
): readonly Found[] {
  const order = ORDER.get(keyword) ?? [];
  return [...found].sort((one, other) => order.indexOf(kindOf(one)) - order.indexOf(kindOf(other)));
}
