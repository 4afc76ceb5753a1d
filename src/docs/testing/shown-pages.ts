/**
 * The pages of the site as tests read them: their text, and the code in it.
 */
import { readFileSync } from 'node:fs';
import type { Language } from '../../../steps/support/catalogue';
import { LANGUAGES, PAGES, type PageName, sourceOf } from '../pages';
import { type CodeBlock, codeBlocks } from './code-blocks';

export interface ShownPage {
  readonly language: Language;
  readonly name: PageName;
  /** `docs/en/features.md`. */
  readonly file: string;
  readonly blocks: readonly CodeBlock[];
}

export const SHOWN_PAGES: readonly ShownPage[] = LANGUAGES.flatMap((language) =>
  PAGES.map((name) => ({
    language,
    name,
    file: `docs/${language}/${name}.md`,
    blocks: codeBlocks(readFileSync(sourceOf(language, name), 'utf8')),
  })),
);
