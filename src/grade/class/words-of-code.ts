/**
 * Text as words, as a programmer sees it: neither case nor whitespace counts, a sign is a word by itself,
 * and quotes are none.
 */

const WORD = /[\p{L}\p{N}_.-]+|[^\s\p{L}\p{N}_.'"`-]/gu;

export function wordsOfCode(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** Without comments, as a shell and YAML know them: a `#` at the start of a word. */
export function wordsOfScript(text: string): readonly string[] {
  return wordsOfCode(text.replace(/(^|[ \t])#.*$/gm, ''));
}
