/**
 * Whether a word that somebody is still typing may become a word of a sentence. A syllable of Hangul that is
 * being composed is not yet the one that it will be: on the way to 파드 stand ㅍ, 파 and 팓; who types
 * initial consonants only (ㅍㄷ) means the syllables that begin with them.
 */
import { disassemble } from 'es-hangul';

/** In the form in which words are compared: composed syllables, small letters. */
export function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(LONE_INITIAL, compatible);
}

/** A consonant of the block that composes syllables, where it composes none. */
const LONE_INITIAL = /[\u1100-\u1112]/g;
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

function compatible(initial: string): string {
  return INITIALS[initial.charCodeAt(0) - 0x1100] ?? initial;
}

const CONSONANT = /^[ㄱ-ㅎ]$/;

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Of each initial consonant there are 21 vowels with 28 ends (Unicode, 3.12). */
const SYLLABLES_PER_INITIAL = 588;

/** Of a syllable; any other letter is its own. */
function initialOf(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return letter;
  return INITIALS[Math.floor((code - FIRST_SYLLABLE) / SYLLABLES_PER_INITIAL)] ?? letter;
}

/** Consonants that an input method joined, since together they may also end a syllable: ㄳ. */
const JOINED = /[ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ]/g;

/**
 * @param typed and `word` are both `plain`
 * @returns whether `word` begins as `typed`, as far as that can be said yet
 */
export function mayBecome(typed: string, word: string): boolean {
  if (word.startsWith(typed)) return true;
  const letters = [...typed.replace(JOINED, disassemble)];
  const syllables = [...word];
  for (const [at, letter] of letters.entries()) {
    const syllable = syllables[at];
    if (syllable === undefined) return false;
    if (letter === syllable) continue;
    if (initialOf(letter) !== initialOf(syllable)) return false;
    if (CONSONANT.test(letter)) continue;
    return disassemble(syllables.slice(at).join('')).startsWith(
      disassemble(letters.slice(at).join('')),
    );
  }
  return true;
}
