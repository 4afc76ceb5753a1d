/**
 * Gherkin's parse errors in words for people. Gherkin says
 * `(3:5): expected: #EOF, #TableRow, #StepLine, got 'foo'`; the token names are those of its grammar
 * (cucumber/gherkin, gherkin.berp).
 */
import type { ParseError } from '@cucumber/messages';

export interface ParseFailure {
  /** `features/nat.feature:3:5`. */
  readonly where: string;
  readonly why: string;
}

const TOKENS: Readonly<Record<string, string>> = {
  EOF: 'the end of the file',
  FeatureLine: '"Feature:"',
  RuleLine: '"Rule:"',
  BackgroundLine: '"Background:"',
  ScenarioLine: '"Scenario:"',
  ExamplesLine: '"Examples:"',
  StepLine: 'a step (Given, When, Then, And, But)',
  DocStringSeparator: '""" (a text block)',
  TableRow: 'a table row (| … |)',
  TagLine: 'a tag (@…)',
  Language: '"# language: …"',
};
/** Always possible, and never what somebody forgot. */
const UNSAID: ReadonlySet<string> = new Set(['Empty', 'Comment', 'Other']);

export function parseFailure({ source, message }: ParseError): ParseFailure {
  const { line = 1, column = 1 } = source.location ?? {};
  return {
    where: `${source.uri ?? ''}:${line}:${column}`,
    why: inPlainWords(message),
  };
}

/** @param sentence as Gherkin says it, with or without the place in front */
export function inPlainWords(sentence: string): string {
  const message = sentence.replace(/^\(\d+:\d+\): /, '');
  const [, end, tokens, found] =
    /^(unexpected end of file, )?expected: ([#\w, ]+?)(?:, got '(.*)')?$/s.exec(message) ?? [];
  if (tokens === undefined) return message;
  const expected = tokens
    .split(', ')
    .map((token) => token.replace('#', ''))
    .filter((token) => !UNSAID.has(token))
    .map((token) => TOKENS[token] ?? token);
  const what =
    end === undefined ? `"${found ?? ''}" makes no sense here` : 'the file ends too early';
  return `${what}; expected ${orOf(expected)}`;
}

function orOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
