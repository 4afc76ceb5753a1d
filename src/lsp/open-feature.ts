/**
 * A feature as an editor has it open.
 */
import type { Position, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Place } from '../spec/place';
import { type FeatureLines, type Line, readLines } from './lines';

export interface OpenFeature extends FeatureLines {
  readonly uri: string;
  readonly text: string;
}

const known = new WeakMap<
  TextDocument,
  { readonly version: number; readonly feature: OpenFeature }
>();

/** Of the document as it is now; what was read of this version of it is kept. */
export function openFeature(document: TextDocument): OpenFeature {
  const { uri, version } = document;
  const kept = known.get(document);
  if (kept?.version === version) return kept.feature;
  const text = document.getText();
  const feature = { uri, text, ...readLines(text) };
  known.set(document, { version, feature });
  return feature;
}

/** The line that somebody is in, and what of it stands before them. */
export interface Spot {
  readonly line: Line;
  readonly at: number;
  readonly text: string;
  readonly before: string;
}

/** `undefined` where the editor speaks of a place that is not there (any more). */
export function spotAt(feature: OpenFeature, { line: at, character }: Position): Spot | undefined {
  const [line, text] = [feature.lines[at], feature.texts[at]];
  if (line === undefined || text === undefined) return undefined;
  return { line, at, text, before: text.slice(0, character) };
}

/** From one column of a line to another. */
export function rangeIn(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** As an editor counts, from 0. */
export function rangeOf({ line, column, endLine, endColumn }: Place): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
}
