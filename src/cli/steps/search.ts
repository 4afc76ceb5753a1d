/**
 * Finds sentences in the catalogue: by words that occur in them, or by how much they look like a
 * sentence that nobody knows. Likeness is the Sørensen–Dice coefficient of their pairs of letters.
 */
import type { CatalogueEntry } from '../../../steps/support/catalogue';

/** The sentences in which every word occurs: in the pattern, the documentation or the id. */
export function withWords(
  entries: readonly CatalogueEntry[],
  words: readonly string[],
): readonly CatalogueEntry[] {
  const wanted = words.map((word) => word.toLowerCase());
  return entries.filter(({ pattern, says, id, korean = '' }) => {
    const text = `${pattern}\n${says}\n${id}\n${korean}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** The sentences most like this one, the likest first; empty where none is at all like it. */
export function likest(
  entries: readonly CatalogueEntry[],
  sentence: string,
  count: number,
): readonly CatalogueEntry[] {
  // What is left of a sentence of thousands of letters is enough; comparing takes their square.
  const wanted = letterPairs(sentence.slice(0, SENTENCE_MAX));
  return entries
    .map((entry) => ({ entry, likeness: dice(wanted, letterPairs(entry.pattern)) }))
    .filter(({ likeness }) => likeness >= LIKENESS_MIN)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, count)
    .map(({ entry }) => entry);
}

/** Below this, two sentences share little more than the letters of English. */
const LIKENESS_MIN = 0.4;

/** Letters: twice those of the longest sentence. */
const SENTENCE_MAX = 400;

/** What varies in a sentence: `{pod}`, names and addresses with digits, quotations, `(s)`. */
const VARIABLE = /\{\w+\}|"[^"]*"|\S*\d\S*|[()]/g;

function letterPairs(text: string): ReadonlySet<string> {
  const plain = ` ${text.replace(VARIABLE, ' ').toLowerCase().trim()} `.replace(/\s+/g, ' ');
  return new Set(Array.from({ length: plain.length - 1 }, (_, at) => plain.slice(at, at + 2)));
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size);
}
