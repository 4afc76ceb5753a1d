/**
 * The sentences that somebody may want who has typed something of a step: those that begin so, and those
 * that have the words.
 */
import type { StepKind } from '../../../steps/support/catalogue';
import type { OfferedName } from '../scope/offered-names';
import { byKeyword, findSentences } from '../sentences/find';
import type { Sentence } from '../sentences/sentence';
import { type Place, partsFrom, type SnippetPart } from '../sentences/snippet';
import { type Reached, reachedBy } from '../sentences/typed-sentence';
import { choicesIn, exampleFor } from './choices';

export interface Offer {
  readonly sentence: Sentence;
  /** What of the typed text is replaced, at its end. */
  readonly rest: string;
  /** What comes in its place, to the end of the sentence. */
  readonly parts: readonly SnippetPart[];
}

/** What is typed of a sentence, and what is known where it is typed. */
export interface Typed {
  readonly text: string;
  readonly keyword: StepKind | undefined;
  readonly names: readonly OfferedName[];
}

/** Those that the keyword introduces come first, and among them those that go on from what is typed. */
export function offersFor(sentences: readonly Sentence[], typed: Typed): readonly Offer[] {
  const { text, keyword, names } = typed;
  const going = sentences.flatMap((sentence) => furthest(sentence, typed));
  const taken = new Set(going.map(({ sentence }) => sentence));
  const isName = (word: string, kind: string) =>
    names.some((name) => name.text === word && name.argument === kind);
  const found = findSentences(sentences, text, isName)
    .filter(({ sentence }) => !taken.has(sentence))
    .map(({ sentence, names: first }) => {
      const choices = choicesIn(sentence, names, first);
      return { sentence, rest: text, parts: partsFrom(sentence.pieces, START, choices) ?? [] };
    });
  return byKeyword([...going, ...found], ({ sentence }) => sentence.entry.kind, keyword);
}

const START: Place = { piece: 0, rest: '', args: [], typed: '' };

/** Of several ways to read what is typed, the one that has most of the sentence behind it. */
function furthest(sentence: Sentence, { text, names }: Typed): readonly Offer[] {
  for (const reached of reachedBy(text, sentence).toReversed()) {
    if (hasStrangeName(sentence, reached, names)) continue;
    const choices = choicesIn(sentence, names);
    const parts = partsFrom(sentence.pieces, { ...reached, typed: text }, choices);
    if (parts !== undefined) return [{ sentence, rest: reached.rest, parts }];
  }
  return [];
}

/** What nothing else than a name of the lab can be. */
const NAMES_ONLY: readonly string[] = ['pod', 'node', 'host', 'interface', 'pool'];

/** Any word could be an argument; one that nothing is called by is likelier a word of another sentence. */
function hasStrangeName(
  sentence: Sentence,
  { args, rest }: Reached,
  names: readonly OfferedName[],
): boolean {
  const parameters = sentence.pieces.filter((piece) => piece.kind === 'parameter');
  return args.some((arg, at) => {
    const parameter = parameters[at];
    if (parameter === undefined || arg === exampleFor(sentence, parameter)) return false;
    const known = names.filter(({ argument }) => argument === parameter.name);
    if (known.some(({ text }) => text === arg)) return false;
    const isBeingTyped = at === args.length - 1 && rest === '';
    if (isBeingTyped && /^\p{L}+$/u.test(arg)) return true;
    return NAMES_ONLY.includes(parameter.name) && known.length > 0;
  });
}
