/**
 * What is left of a submission when all is taken away that somebody changes who hands in another's work
 * as his own: comments, whitespace, the order of keys, of documents and of scenarios, titles, and names.
 * After S. Schleimer, D. Wilkerson, A. Aiken, "Winnowing" (SIGMOD 2003), section 2, which calls it
 * the elimination of irrelevant features.
 */
import type { TextFile } from '../submissions/task-files';
import { partsOfFeature } from './parts-of-feature';
import { partsOfManifest } from './parts-of-manifest';
import { wordsOfScript } from './words-of-code';

/** A document, a scenario or a script, as words; a name is the number of its first appearance there. */
export type Structure = readonly string[];

/** Characters of one submission; what stands behind them is not compared. */
const TEXT_MAX = 100_000;

/** One for each document, scenario and script; their order says nothing. */
export function structuresOf(files: readonly TextFile[]): readonly Structure[] {
  const compared = cut(files);
  const names = namesIn(compared);
  return compared.flatMap(partsOf).map((words) => withoutNames(words, names));
}

function cut(files: readonly TextFile[]): readonly TextFile[] {
  let left = TEXT_MAX;
  return files.map(({ name, text }) => {
    const kept = text.slice(0, left);
    left -= kept.length;
    return { name, text: kept };
  });
}

function partsOf({ name, text }: TextFile): readonly (readonly string[])[] {
  if (/\.feature$/i.test(name)) return partsOfFeature(text);
  if (/\.(ya?ml|json)$/i.test(name)) return partsOfManifest(text);
  return [wordsOfScript(text)];
}

/** Also where the text is no YAML: in a feature's, or where it is broken. */
const NAMED = /\bname["']?[ \t]*:[ \t]*["']?([\w.-]+)/g;

function namesIn(files: readonly TextFile[]): ReadonlySet<string> {
  const names = files.flatMap(({ text }) =>
    [...text.matchAll(NAMED)].map(([, name = '']) => name.toLowerCase()),
  );
  return new Set(names);
}

function withoutNames(words: readonly string[], names: ReadonlySet<string>): Structure {
  const numbers = new Map<string, number>();
  return words.map((word) => {
    if (!names.has(word)) return word;
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return `<${number}>`;
  });
}
