/**
 * What a text is found by. Words of Latin letters and digits are whole, with their parts beside them
 * (`nat-outgoing`, `natOutgoing`); in Korean a word carries its particle and compounds are written
 * together, so Hangul is found by its pairs of syllables.
 */

/** Runs of one script; what joins the parts of a name or an address belongs to it. */
const RUN = /\p{Script=Hangul}+|[\p{L}\p{N}_]+?(?=\p{Script=Hangul})|[\p{L}\p{N}_]+/gu;
const JOINED = /[a-z0-9_]+(?:[-./:][a-z0-9_]+)+/gi;
const PARTS_OF_NAME = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g;
const HANGUL = /^\p{Script=Hangul}/u;

/** All terms of a text that is to be found. */
export function termsOf(text: string): string[] {
  const composed = text.normalize('NFC');
  const joined = composed.match(JOINED) ?? [];
  const runs = composed.match(RUN) ?? [];
  const terms = runs.flatMap((run) =>
    HANGUL.test(run) ? [run, ...syllablePairs(run)] : [run, ...partsOfName(run)],
  );
  return [...new Set([...joined, ...terms].map((term) => term.toLowerCase()))];
}

/** The terms of what somebody looks for; a text must have all of them. */
export function termsOfQuery(text: string): string[] {
  const composed = text.normalize('NFC');
  const joined = composed.match(JOINED) ?? [];
  const rest = composed.replace(JOINED, ' ');
  const terms = (rest.match(RUN) ?? []).flatMap((run) => {
    const pairs = HANGUL.test(run) ? syllablePairs(run) : [];
    return pairs.length === 0 ? [run] : pairs;
  });
  return [...new Set([...joined, ...terms].map((term) => term.toLowerCase()))];
}

function syllablePairs(word: string): string[] {
  const syllables = [...word];
  return syllables.slice(1).map((syllable, at) => `${syllables[at]}${syllable}`);
}

function partsOfName(word: string): string[] {
  const parts = word.match(PARTS_OF_NAME) ?? [];
  return parts.length > 1 ? parts.filter((part) => part.length > 1) : [];
}
