/**
 * What a person reads about a sentence, in Markdown.
 */
import type { CatalogueEntry, Wording } from '../../steps/support/catalogue';
import { keywordFor } from '../../steps/support/keywords';

/** @param wording the one that is read; the others are its twins */
export function sentenceDoc(entry: CatalogueEntry, wording: Wording): string {
  const twins = entry.wordings.filter((other) => other !== wording);
  return [
    gherkin([sentence(entry, wording)]),
    wording.says,
    gherkin(wording.example.split('\n').map((line) => line.replace(/^ {6}/, ''))),
    ...twins.flatMap((twin) => [gherkin([sentence(entry, twin)]), twin.says]),
  ].join('\n\n');
}

function sentence({ kind }: CatalogueEntry, { pattern, language }: Wording): string {
  return `${keywordFor(kind, language)} ${pattern}`;
}

function gherkin(lines: readonly string[]): string {
  return ['```gherkin', ...lines, '```'].join('\n');
}
