/** Gherkin's parser; what it refuses is a value, with its place. */
import {
  AstBuilder,
  dialects,
  Errors,
  GherkinClassicTokenMatcher,
  Parser,
} from '@cucumber/gherkin';
import { type GherkinDocument, IdGenerator } from '@cucumber/messages';
import { inPlainWords } from './parse-failure';
import { linesOf, placeInLine } from './place';
import type { SyntaxProblem } from './spec';

/** Of a text that cannot be parsed the language is known all the same. */
export function namedLanguage(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const [, language] = /^\s*#\s*language\s*:\s*([a-zA-Z_-]+)\s*$/.exec(line) ?? [];
    if (language !== undefined) return Object.hasOwn(dialects, language) ? language : undefined;
    if (!/^\s*(#|$)/.test(line)) return undefined;
  }
  return undefined;
}

export interface ParsedFeature {
  /** `undefined` where there are problems. */
  readonly document?: GherkinDocument;
  readonly problems: readonly SyntaxProblem[];
}

/** @param language of a feature that names none */
export function parseFeature(text: string, language = 'en'): ParsedFeature {
  const builder = new AstBuilder(IdGenerator.incrementing());
  const parser = new Parser(builder, new GherkinClassicTokenMatcher(language));
  try {
    return { document: parser.parse(text), problems: [] };
  } catch (error) {
    if (!(error instanceof Errors.GherkinException)) throw error;
    const causes = error.errors ?? [error];
    return { problems: causes.map((cause) => syntaxProblem(cause, linesOf(text))) };
  }
}

function syntaxProblem(error: Error, lines: readonly string[]): SyntaxProblem {
  const location = 'location' in error ? (error.location as LocationOfError) : undefined;
  const line = Math.min(location?.line ?? 1, Math.max(lines.length, 1));
  const text = lines[line - 1] ?? '';
  const column = Math.max(location?.column ?? text.search(/\S/) + 1, 1);
  const length = Math.max(text.trimEnd().length - column + 1, 0);
  return { place: placeInLine(line, column, length), says: inPlainWords(error.message) };
}

interface LocationOfError {
  readonly line?: number;
  readonly column?: number;
}
