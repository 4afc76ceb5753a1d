/**
 * Reads a feature as data. Whatever the text is, the answer is a `Spec`; what is wrong with it stands in it.
 */
import { compile } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { type StepFit, stepFitter } from '../../steps/support/read-step';
import { readBlocks } from './blocks';
import { namedLanguage, parseFeature } from './parse-feature';
import { linesOf } from './place';
import { readRuns } from './runs';
import type { Spec } from './spec';

export interface SpecOptions {
  /** That of a feature which names none; `en` if nothing is said. */
  readonly language?: string;
}

/** Reads features one after the other; what one taught it of sentences, it knows for the next. */
export type SpecReader = (uri: string, text: string, options?: SpecOptions) => Spec;

/** @param fits finds the sentences that a line fits; those of the catalogue as it is now */
export function specReader(fits: SentenceFinder = sentenceFinder()): SpecReader {
  return (uri, text, { language = 'en' } = {}) => {
    const lines = linesOf(text);
    const { document, problems } = parseFeature(text, language);
    const feature = document?.feature;
    const written = document === undefined ? undefined : readBlocks(document, lines);
    return {
      uri,
      text,
      lines,
      language: feature?.language ?? namedLanguage(lines) ?? language,
      document,
      feature,
      problems,
      blocks: written?.blocks ?? [],
      runs:
        document === undefined || written === undefined
          ? []
          : readRuns(compile(document, uri, IdGenerator.incrementing()), written, lines, fits),
    };
  };
}

/** Every sentence that a line fits. */
export type SentenceFinder = (line: string) => readonly StepFit[];

/** Sentences repeat: in Backgrounds, in rows, and from one letter typed to the next. */
export function sentenceFinder(): SentenceFinder {
  const fits = stepFitter();
  const known = new Map<string, readonly StepFit[]>();
  return (line) => {
    const found = known.get(line) ?? fits(line);
    if (known.size >= REMEMBERED_MAX) known.clear();
    known.set(line, found);
    return found;
  };
}

const REMEMBERED_MAX = 20_000;
