/**
 * The line of a text at which something is wrong, with a caret under the place:
 *
 *        9 | spec:
 *     > 10 |   vxlanmode: Always
 *          |   ^
 */

/** So much of a long line is shown around the place. */
const WIDTH_MAX = 80;

/** @param line counted from 1. @param column counted from 1 in UTF-16 units, as editors do */
export function drawExcerpt(text: string, line: number, column: number): string {
  const lines = text.split(/\r\n|\r|\n/, line);
  const shown = lines[line - 1] ?? '';
  const start = column > WIDTH_MAX - 20 ? column - WIDTH_MAX / 2 : 0;
  const gutter = ' '.repeat(String(line).length);
  const previous = lines[line - 2];
  return [
    ...(previous === undefined ? [] : [drawLine('  ', gutter, line - 1, previous, 0)]),
    drawLine('> ', gutter, line, shown, start),
    `  ${gutter} | ${' '.repeat(widthOf(printable(shown).slice(start, column - 1)))}^`,
  ].join('\n');
}

function drawLine(mark: string, gutter: string, number: number, text: string, start: number) {
  const body = printable(text).slice(start, start + WIDTH_MAX);
  return `${mark}${String(number).padStart(gutter.length)} | ${body}`.trimEnd();
}

/** Tabs and other control characters would move the caret or the reader's cursor. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

// Hangul, kana, Chinese characters and full-width forms take two columns (Unicode UAX #11).
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}
