/**
 * The documents of a manifest as words: keys in the order of the alphabet, brackets around what they
 * hold. Where it is no YAML its words stand as they were written.
 */
import { parseDocuments } from '../../manifest/parse-documents';
import { wordsOfCode, wordsOfScript } from './words-of-code';

export function partsOfManifest(text: string): readonly (readonly string[])[] {
  try {
    return parseDocuments(text, '').map(({ value }) => [...wordsOfValue(value)]);
  } catch {
    // Whatever is wrong with it is told elsewhere; it may be a copy all the same.
    return [wordsOfScript(text)];
  }
}

/** Keys end with a colon, so that none is taken for a name. */
function* wordsOfValue(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    yield '[';
    for (const item of value) yield* wordsOfValue(item);
    yield ']';
  } else if (typeof value === 'object' && value !== null) {
    yield '{';
    const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    for (const [key, field] of fields) {
      yield `${key}:`;
      yield* wordsOfValue(field);
    }
    yield '}';
  } else yield* wordsOfCode(String(value));
}
