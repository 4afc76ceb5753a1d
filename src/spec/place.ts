/**
 * Where something stands in a text. Lines and columns count from 1, columns in UTF-16 units, as editors do.
 */

/** A stretch of a text; the end is the first place after it. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What shall stand in place of what stands there; an empty place is where something is put in. */
export interface TextEdit {
  readonly place: Place;
  readonly text: string;
}

/** A stretch of one line. */
export function placeInLine(line: number, column: number, length: number): Place {
  return { line, column, endLine: line, endColumn: column + length };
}

/** The lines of a text as Gherkin counts them, without their ends. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/);
}

/** Orders places by where they begin. */
export function comparePlaces(one: Place, other: Place): number {
  return one.line - other.line || one.column - other.column;
}

/**
 * The text with all edits made; every other byte stays as it is. Of edits that overlap the first is made, and
 * the others are left.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = startsOfLines(text);
  const offsetOf = (line: number, column: number) =>
    Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
  let done = 0;
  let edited = '';
  for (const { place, text: wanted } of [...edits].sort((a, b) =>
    comparePlaces(a.place, b.place),
  )) {
    const start = offsetOf(place.line, place.column);
    if (start < done) continue;
    edited += text.slice(done, start) + wanted;
    done = offsetOf(place.endLine, place.endColumn);
  }
  return edited + text.slice(done);
}

function startsOfLines(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r?\n/g)].map(({ index, 0: end }) => index + end.length)];
}
