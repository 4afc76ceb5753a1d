/**
 * The sentence that somebody meant: slips of the finger put right, one after the other, until the line is a
 * sentence. A slip is never a word that turns the meaning.
 */
import { catalogue } from '../../steps/support/catalogue';
import type { StepFit } from '../../steps/support/read-step';
import { likest } from '../../steps/support/search';
import { editDistance } from '../base/nearest-name';
import type { Step } from '../spec/spec';

type Fits = (line: string) => readonly StepFit[];

/** The one sentence that is near; `undefined` where there is none or more than one. */
export function respelt(
  { text: { text }, table, docString }: Step,
  fits: Fits,
): string | undefined {
  if (text.length > LENGTH_MAX) return undefined;
  const hasBlock = table !== undefined || docString !== undefined;
  const plain = tidied(text, hasBlock);
  const words = wordsNear(plain);
  const shorter = plain.map(withoutFillers);
  for (const candidates of [
    plain,
    plain.flatMap(quoted),
    plain.flatMap((line) => withOtherWord(line, words)),
    shorter,
    shorter.flatMap((line) => withOtherWord(line, words)),
  ]) {
    const found = new Set(candidates.filter((line) => line !== text && fits(line).length === 1));
    if (found.size > 0) return mostLiteral([...found], fits);
  }
  return undefined;
}

/**
 * Of several the one that has least of its text in arguments: "the ping suceeds" is also near to a pod called
 * "the" which pings another. `undefined` where two have equally little.
 */
function mostLiteral(lines: readonly string[], fits: Fits): string | undefined {
  const ranked = lines
    .map((line) => ({ line, argued: arguedLetters(fits(line)) }))
    .sort((one, other) => one.argued - other.argued);
  const [first, second] = ranked;
  return first?.argued === second?.argued ? undefined : first?.line;
}

function arguedLetters([fit]: readonly StepFit[]): number {
  return (fit?.written ?? []).reduce((sum, { text }) => sum + text.length, 0);
}

/** Longer lines are no slip of the finger. */
const LENGTH_MAX = 200;

/** Without a full stop, double blanks and a capital; with a colon where something stands below. */
function tidied(text: string, hasBlock: boolean): readonly string[] {
  const bare = text.replace(/[.。!;,:\s]+$/u, '').replace(/\s+/g, ' ');
  const small = bare.charAt(0).toLowerCase() + bare.slice(1);
  return [...new Set([bare, small].map((line) => (hasBlock ? `${line}:` : line)))];
}

/** With one word in quotation marks: `the lab kans`. */
function quoted(line: string): readonly string[] {
  const words = line.split(' ');
  return words.map((_, at) =>
    words.map((word, other) => (other === at ? `"${word}"` : word)).join(' '),
  );
}

/** Words that many write and no sentence here has. */
const FILLERS = /\b(?:should|must|will|shall|then|please)\b ?/gi;

function withoutFillers(line: string): string {
  return line.replace(FILLERS, '');
}

/** So many sentences are looked at for words. */
const LIKE_MAX = 12;

/** The words of sentences that look like these lines. */
function wordsNear(lines: readonly string[]): readonly string[] {
  const like = lines.flatMap((line) => likest(catalogue().entries, line, LIKE_MAX));
  const words = like.flatMap(
    ({ wording }) => wording.pattern.match(/[\p{L}]{4,}|\p{Script=Hangul}+/gu) ?? [],
  );
  return [...new Set(words)];
}

/** Each with one word replaced by one that is nearly the same. */
function withOtherWord(line: string, words: readonly string[]): readonly string[] {
  return [...line.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) =>
    words
      .filter((other) => isSlip(word, other))
      .map((other) => line.slice(0, index) + other + line.slice(index + word.length)),
  );
}

/** Short words are left alone: `not` is near to `on`. */
function isSlip(word: string, other: string): boolean {
  const isHangul = /\p{Script=Hangul}/u.test(word);
  if (word === other || word.length < (isHangul ? 3 : 4)) return false;
  return editDistance(word.toLowerCase(), other.toLowerCase()) <= Math.ceil(word.length / 4);
}
