/**
 * A text that knows where each of its letters was written. What a row of an outline says is written in two
 * places: the step, and the cells of the row.
 */
import type { Place, TextEdit } from './place';
import { placeInLine } from './place';

/** Letters that stand next to each other in the file, in the same order. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

export class PlacedText {
  readonly text: string;
  /** Where all of it was written; of the text of an outline the step. */
  readonly place: Place;
  readonly #pieces: readonly Piece[];

  /** @param pieces none where the file writes it in another way, as with escapes in a cell */
  constructor(text: string, place: Place, pieces: readonly Piece[]) {
    this.text = text;
    this.place = place;
    this.#pieces = pieces;
  }

  /** Where these letters were written, or all of the text where they stand at no one place. */
  placeOf(start: number, end: number): Place {
    return this.#exactPlaceOf(start, end) ?? this.place;
  }

  /** The edit that puts other letters in place of these; `undefined` where they stand at no one place. */
  edit(start: number, end: number, text: string): TextEdit | undefined {
    const place = this.#exactPlaceOf(start, end);
    return place && { place, text };
  }

  /** With values in place of `<name>`, as an outline's row has them. @param said what Gherkin makes of it */
  withValues(values: ReadonlyMap<string, PlacedText>, said: string): PlacedText {
    if (said === this.text) return this;
    const pieces: Piece[] = [];
    let text = '';
    const add = (part: PlacedText, start: number, end: number) => {
      pieces.push(...part.#piecesWithin(start, end, text.length));
      text += part.text.slice(start, end);
    };
    let done = 0;
    for (const { 0: written, 1: name = '', index } of this.text.matchAll(/<([^<>]*)>/g)) {
      const value = values.get(name);
      if (value === undefined) continue;
      add(this, done, index);
      add(value, 0, value.text.length);
      done = index + written.length;
    }
    add(this, done, this.text.length);
    // A value that has such a name in it is more than is told here.
    return new PlacedText(said, this.place, text === said ? pieces : []);
  }

  #exactPlaceOf(start: number, end: number): Place | undefined {
    // A place between two pieces is the end of the first.
    const piece = this.#pieces.find((other) => other.start <= start && end <= other.end);
    return piece && placeInLine(piece.line, piece.column + start - piece.start, end - start);
  }

  #piecesWithin(start: number, end: number, at: number): readonly Piece[] {
    return this.#pieces
      .filter((piece) => piece.start < end && piece.end > start)
      .map((piece) => {
        const [from, to] = [Math.max(piece.start, start), Math.min(piece.end, end)];
        return {
          start: at + from - start,
          end: at + to - start,
          line: piece.line,
          column: piece.column + from - piece.start,
        };
      });
  }
}

/** A text as it stands in one line of the file. @param raw what stands there, where that is not the text itself */
export function textInLine(text: string, line: number, column: number, raw = text): PlacedText {
  const place = placeInLine(line, column, raw.length);
  return new PlacedText(
    text,
    place,
    raw === text ? [{ start: 0, end: text.length, line, column }] : [],
  );
}

/** A text of several lines, each with the column where it begins in the file. */
export function textInLines(
  lines: readonly { readonly text: string; readonly line: number; readonly column: number }[],
  place: Place,
): PlacedText {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { text, line, column } of lines) {
    pieces.push({ start: at, end: at + text.length, line, column });
    at += text.length + 1;
  }
  return new PlacedText(lines.map(({ text }) => text).join('\n'), place, pieces);
}
