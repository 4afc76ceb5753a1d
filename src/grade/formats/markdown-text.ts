/**
 * Text of students inside of Markdown: it is shown as it is, and does nothing (CommonMark 0.31, section 2.4:
 * ASCII punctuation can be escaped).
 */

/** What means something within a line, also to GitHub, where `@` calls somebody and `$` is mathematics. */
const PUNCTUATION = /[\\`*_[\]<>&!|~$#@]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
const TEXT_MAX = 2000;

/** On one line, and not endless. */
export function markdownText(text: string): string {
  const line = text.replace(CONTROLS, ' ').trim();
  const cut = line.length > TEXT_MAX ? `${line.slice(0, TEXT_MAX)}…` : line;
  return cut.replace(/\p{Surrogate}/gu, '\ufffd').replace(PUNCTUATION, '\\$&');
}
