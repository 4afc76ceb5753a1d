/**
 * Plain text, of which some is a student's, for a cell that a spreadsheet opens and a browser shows.
 */

/** What makes a spreadsheet calculate a cell, also in its wide form (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** Text for a spreadsheet: an apostrophe before what would be a formula. */
function asText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/**
 * Moodle takes feedback as HTML (mod/assign/feedback/comments): markup of students becomes text, and
 * lines stay lines.
 */
export function feedbackCell(text: string): string {
  return asText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r\n|\r|\n/g, '<br>');
}
