/**
 * A feature as the official formatter writes it. Editors format with the same one, so nothing here is a taste
 * of our own; but what would change what is run, or lose a comment, is not done.
 */
import { compile } from '@cucumber/gherkin';
import { pretty } from '@cucumber/gherkin-utils';
import { type GherkinDocument, IdGenerator } from '@cucumber/messages';
import { parseFeature } from './parse-feature';
import type { SyntaxProblem } from './spec';

export interface FormattedFeature {
  /** As it was where there are problems, or where the formatter cannot write what is meant. */
  readonly text: string;
  readonly problems: readonly SyntaxProblem[];
  /** Whether the formatter cannot write what is meant. */
  readonly isRefused: boolean;
}

/**
 * Line ends and a byte order mark stay as they are.
 * @param language of a feature that names none
 */
export function formatFeature(text: string, language = 'en'): FormattedFeature {
  const { document, problems } = parseFeature(text, language);
  if (document?.feature === undefined) return { text, problems, isRefused: false };
  const formatted = withHead(pretty(document, 'gherkin'), text, language);
  const { document: readBack } = parseFeature(formatted, language);
  const isSame = readBack !== undefined && meaningOf(readBack) === meaningOf(document);
  return { text: isSame ? formatted : text, problems, isRefused: !isSame };
}

function withHead(formatted: string, text: string, language: string): string {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  // The formatter leaves English unsaid, which says something else where another language is the rule.
  const isSaid = language === 'en' || /^\s*#\s*language\s*:/m.test(formatted);
  const named = isSaid ? formatted : `# language: en\n${formatted}`;
  return mark + (text.includes('\r\n') ? named.replaceAll('\n', '\r\n') : named);
}

const BYTE_ORDER_MARK = '\uFEFF';

/** All that is run, and all that is said besides; without places and identifiers. */
function meaningOf(document: GherkinDocument): string {
  const withoutPlaces = (value: unknown) =>
    JSON.stringify(value, (key, field: unknown) => (PLACED.has(key) ? undefined : field));
  const comments = document.comments.map(({ text }) => text.trim()).sort();
  const pickles = compile(document, '', IdGenerator.incrementing());
  return `${withoutPlaces(pickles)} ${withoutPlaces(document.feature)} ${JSON.stringify(comments)}`;
}

const PLACED: ReadonlySet<string> = new Set(['id', 'location', 'astNodeId', 'astNodeIds']);
