/**
 * The Korean particle that fits a word. Its form depends on how the word ends when it is read aloud:
 * `pod1` ("일") takes 이 and 로, `pod2` ("이") takes 가 and 로, `pod3` ("삼") takes 이 and 으로.
 */

type Ending = 'vowel' | 'rieul' | 'consonant';

/** Pairs: the form after a consonant, and the one after a vowel. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['이', '가'],
  ['을', '를'],
  ['은', '는'],
  ['과', '와'],
  ['으로', '로'],
  ['이라고', '라고'],
];

/**
 * @param forms of one particle, or of several: 이, 가, 은, 는
 * @returns of the first particle, the form that fits; the first of all where they are no particle
 */
export function particleFor(word: string, forms: readonly string[]): string | undefined {
  const [first = ''] = forms;
  const pair = PAIRS.find((both) => both.includes(first) && both.every((it) => forms.includes(it)));
  if (pair === undefined) return forms[0];
  const ending = endingOf(word);
  const [afterConsonant, afterVowel] = pair;
  if (ending === 'rieul') return afterConsonant === '으로' ? afterVowel : afterConsonant;
  return ending === 'consonant' ? afterConsonant : afterVowel;
}

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
/** A syllable is (initial × 21 + medial) × 28 + final (Unicode, 3.12). */
const FINALS = 28;
const FINAL_RIEUL = 8;

/** 영 일 이 삼 사 오 육 칠 팔 구. */
const OF_DIGIT: readonly Ending[] = [
  'consonant',
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
];

/** Letters read one by one that end otherwise than in a vowel: 엘 엠 엔 알. Names with _ are read as words. */
const OF_LETTER: Readonly<Record<string, Ending>> = {
  L: 'rieul',
  M: 'consonant',
  N: 'consonant',
  R: 'rieul',
};

function endingOf(text: string): Ending {
  const [last = ''] = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(text.normalize('NFC')) ?? [];
  const code = last.codePointAt(0) ?? 0;
  if (code >= HANGUL_FIRST && code <= HANGUL_LAST) {
    const final = (code - HANGUL_FIRST) % FINALS;
    if (final === 0) return 'vowel';
    return final === FINAL_RIEUL ? 'rieul' : 'consonant';
  }
  if (/\d/.test(last)) return OF_DIGIT[Number(last)] ?? 'vowel';
  const [word = ''] = /[A-Za-z]+(?=[^A-Za-z]*$)/.exec(text) ?? [];
  const isSpelt = /^[A-Z]+$/.test(word) && !text.includes('_');
  return isSpelt ? (OF_LETTER[last] ?? 'vowel') : endingOfWord(word.toLowerCase());
}

/** Of an English word as Korean borrows it: pool is 풀, table is 테이블, internet is 인터넷, node is 노드, server is 서버. */
function endingOfWord(word: string): Ending {
  if (/l$|[^aeiou]le$/.test(word)) return 'rieul';
  // A stop after one short vowel becomes a final: net, ipset, top, stack.
  const isClosed = /(?:m|n|ng|ck|[^aeiou][aeiou][ptk])$/.test(word);
  return isClosed ? 'consonant' : 'vowel';
}
