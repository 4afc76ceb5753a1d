/**
 * Escaping for XML and HTML, the same five characters in both (XML 1.0, section 4.6), and without
 * the characters that XML 1.0, section 2.2 does not allow at all.
 */
const SPECIAL = /[&<>"']|[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

const WRITTEN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '\t',
  '\n': '\n',
  '\r': '\r',
};

/** Text that may stand in an element or in a quoted attribute. */
export function escapeText(text: string): string {
  return text.replace(SPECIAL, (character) => WRITTEN[character] ?? '\ufffd');
}
