/**
 * A line of `iptables-save` as words, and a word as it stands in such a line
 * (`add_param_to_argv` and `xtables_save_string`, libxtables/xtables.c and iptables/xshared.c).
 */

/** Words that need no quotes (`xtables_save_string`). */
const PLAIN = /^[\w-]+$/;

/** Splits at blanks outside double quotes; inside, a backslash takes the next character as it is. */
export function splitWords(line: string): readonly string[] {
  const words: string[] = [];
  const pattern = /\s*((?:"(?:\\.|[^"\\])*"|\\.|[^\s"\\])+)/gy;
  for (const [, raw = ''] of line.matchAll(pattern)) {
    words.push(
      raw.replace(/"((?:\\.|[^"\\])*)"|\\(.)/g, (_, quoted?: string, escaped?: string) => {
        return quoted === undefined ? (escaped ?? '') : quoted.replace(/\\(.)/g, '$1');
      }),
    );
  }
  return words;
}

/** The word itself, or in double quotes where a blank or another special character is in it. */
export function quoteWord(word: string): string {
  if (PLAIN.test(word)) return word;
  return `"${word.replace(/["\\']/g, '\\$&')}"`;
}
