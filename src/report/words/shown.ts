/**
 * Text of others as a page shows it: no longer than there is room for, and without characters that
 * nobody sees. A name with a right-to-left override reads as another name (Unicode TR #36, 3.1.1; the
 * list is that of Bidi_Control, and what else has no shape).
 */

/** Bidi controls, zero-width characters, and controls but for tabulator and line feed. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** @param max characters (UTF-16); what is longer ends with an ellipsis */
export function shown(text: string, max: number): string {
  const cut = text.length > max ? `${whole(text.slice(0, max))}…` : text;
  return cut.replaceAll('\r\n', '\n').replace(UNSEEN, nameOf);
}

/** `‹U+202E›`. */
function nameOf(character: string): string {
  return `‹U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`;
}

/** Without half a character at its end. */
function whole(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
