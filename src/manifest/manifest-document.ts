/** One YAML document as a plain value, which still knows where each of its parts was written. */
import { type Document, LineCounter } from 'yaml';
import { locate, type Part } from './locate';
import { ManifestError, type ManifestErrorCode, type Position } from './manifest-error';
import { formatPath, type Path } from './path';

export interface ManifestDocument {
  readonly value: unknown;
  /** What the text is called. */
  readonly source: string;
  positionOf(path: Path, part?: Part): Position;
  /** The error to throw where what the path leads to is wrong; `part` is what the caret shows. */
  errorAt(path: Path, code: ManifestErrorCode, reason: string, part?: Part): ManifestError;
}

/** A text and its name: what positions and errors are made of. */
export class SourceText {
  readonly source: string;
  readonly text: string;
  readonly #lines = new LineCounter();
  /** To be given to the YAML parser, which finds the lines anyway. */
  readonly addNewLine = this.#lines.addNewLine;

  constructor(source: string, text: string) {
    this.source = source;
    this.text = text;
  }

  positionOf(offset: number): Position {
    const { line, col } = this.#lines.linePos(Math.min(offset, this.text.length));
    // Before the first line is known there is only the first place.
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  errorAt(offset: number, code: ManifestErrorCode, reason: string): ManifestError {
    return new ManifestError(code, reason, this.source, this.text, this.positionOf(offset));
  }
}

/** @param base the way to this value, where it is an item of a List */
export function manifestDocument(
  text: SourceText,
  document: Document,
  value: unknown,
  base: Path = [],
): ManifestDocument {
  const offsetOf = (path: Path, part: Part) => locate(document, [...base, ...path], part);
  return {
    value,
    source: text.source,
    positionOf: (path, part = 'value') => text.positionOf(offsetOf(path, part)),
    errorAt(path, code, reason, part = 'value') {
      const what = path.length === 0 ? reason : `${formatPath(path)}: ${reason}`;
      return text.errorAt(offsetOf(path, part), code, what);
    },
  };
}
