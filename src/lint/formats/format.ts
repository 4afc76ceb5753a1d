/** A way to tell what the lint found. */
import type { Finding } from '../rule';

/** What was found in one feature. */
export interface LintedFile {
  /** As the command was given it, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

export type Colour = 'red' | 'yellow' | 'gray' | 'bold' | 'green';

export interface FormatOptions {
  readonly version: string;
  readonly paint: (colour: Colour, text: string) => string;
}

export interface Format {
  readonly name: string;
  /** Pure; the text ends with a line feed where there is any. */
  readonly print: (files: readonly LintedFile[], options: FormatOptions) => string;
}
