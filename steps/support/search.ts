/**
 * Finds sentences in the catalogue, in whatever language: by words that occur in them, or by how much
 * they look like a sentence that nobody knows. Likeness is the Sørensen–Dice coefficient of their pairs
 * of letters.
 */
import type { CatalogueEntry, Wording } from './catalogue';

/** A sentence in the language in which it was found. */
export interface Found {
  readonly entry: CatalogueEntry;
  readonly wording: Wording;
}

/**
 * The sentences in which every word occurs: in the pattern, the documentation or the id. Where that is so
 * in several languages, the first of the catalogue's is given, which is English.
 */
export function withWords(
  entries: readonly CatalogueEntry[],
  words: readonly string[],
): readonly Found[] {
  const wanted = words.map((word) => word.normalize('NFC').toLowerCase());
  return entries.flatMap((entry) => {
    const wording = entry.wordings.find(({ pattern, says }) => {
      const text = `${pattern}\n${says}\n${entry.id}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
    return wording === undefined ? [] : [{ entry, wording }];
  });
}

/** The sentences most like this one, the likest first; empty where none is at all like it. */
export function likest(
  entries: readonly CatalogueEntry[],
  sentence: string,
  count: number,
): readonly Found[] {
  // What is left of a sentence of thousands of letters is enough; comparing takes their square.
  const wanted = letterPairs(sentence.slice(0, SENTENCE_MAX));
  return entries
    .flatMap((entry) => entry.wordings.map((wording) => ({ entry, wording })))
    .map((found) => ({ ...found, likeness: dice(wanted, letterPairs(found.wording.pattern)) }))
    .filter(({ likeness }) => likeness >= LIKENESS_MIN)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, count)
    .map(({ entry, wording }) => ({ entry, wording }));
}

/** Below this, two sentences share little more than the letters of their language. */
const LIKENESS_MIN = 0.35;

/** Letters: twice those of the longest sentence. */
const SENTENCE_MAX = 400;

/** What varies in a sentence: `{pod}`, quotations, names and addresses with digits. */
const VARIABLE = /\{[^}]*\}|"[^"]*"|\S*\d\S*|[()]/g;

/** In Korean the particle is part of the word, and names stand out by their letters: `{pod}이/가`, `web이`. */
const KOREAN_VARIABLE = /(?:\{[^}]*\}|"[^"]*"|[!-z]+)[^\s{]*/g;
const HANGUL = /\p{Script=Hangul}/u;

/** All but the first of what a pattern leaves to choose: `on/in`, `보내면/보낸다`. */
const ALTERNATIVES = /(?<=[^\s/])(?:\/[^\s/]+)+/g;

function letterPairs(text: string): ReadonlySet<string> {
  const composed = text.normalize('NFC');
  const variable = HANGUL.test(composed) ? KOREAN_VARIABLE : VARIABLE;
  const fixed = composed.replace(variable, ' ').replace(ALTERNATIVES, '');
  const plain = ` ${fixed.toLowerCase().trim()} `.replace(/\s+/g, ' ');
  return new Set(Array.from({ length: plain.length - 1 }, (_, at) => plain.slice(at, at + 2)));
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size);
}
