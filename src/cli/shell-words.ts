/** Words as one command line that a shell reads back as the same words (POSIX.1-2017, XCU 2.2). */

const PLAIN = /^[\w@%+=:,./-]+$/;

/** A single word is a whole command line already, as for ssh. */
export function quoteWords(words: readonly string[]): string {
  const [first = ''] = words;
  return words.length === 1 ? first : words.map(quoteWord).join(' ');
}

function quoteWord(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
