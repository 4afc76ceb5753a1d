/**
 * Which pages the site has, in the order in which they are read. A page is `docs/LANGUAGE/NAME.md`, of which
 * the title is its first heading; a new one is a file for each language and a line here.
 */
import { join } from 'node:path';
import type { Language } from '../../steps/support/catalogue';
import { packageRoot } from '../package/package-root';

export const ROOT = packageRoot();

export const LANGUAGES = ['en', 'ko'] as const satisfies readonly Language[];

/** The first of them is what a language begins with. */
export const PAGES = [
  'index',
  'first-feature',
  'features',
  'tools',
  'report',
  'catalogue',
  'model',
  'drivers',
  'assignment',
  'commands',
] as const;

export type PageName = (typeof PAGES)[number];

/** Where a page is written, as Markdown. */
export function sourceOf(language: Language, page: PageName): string {
  return join(ROOT, 'docs', language, `${page}.md`);
}
