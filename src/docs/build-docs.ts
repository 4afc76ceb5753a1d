/**
 * Makes the site of the documents in `site/` (`npm run docs`): the same files give the same bytes. It is read
 * from a disk as well as from a server; whoever reads it asks nobody for anything.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Language } from '../../steps/support/catalogue';
import { renderMarkdown } from './markdown/render-markdown';
import { frontPage, type SitePage, sitePage } from './page/site-page';
import { LANGUAGES, PAGES, ROOT, sourceOf } from './pages';
import { WORDS } from './words';

/** All pages of a language. */
export function readPages(language: Language): readonly SitePage[] {
  return PAGES.map((name) => {
    const text = readFileSync(sourceOf(language, name), 'utf8');
    return { name, content: renderMarkdown(text, name, language) };
  });
}

/** @param site a folder, which is emptied first */
export function buildDocs(site: string): void {
  rmSync(site, { recursive: true, force: true });
  for (const folder of ['assets', ...LANGUAGES]) mkdirSync(join(site, folder), { recursive: true });
  for (const language of LANGUAGES) {
    const pages = readPages(language);
    for (const page of pages) {
      const html = sitePage({ page, pages, language });
      writeFileSync(join(site, language, `${page.name}.html`), html);
    }
    const sections = pages.flatMap(({ content }) => content.sections);
    // A script and no JSON: of a page on a disk, browsers read scripts only.
    const search = `globalThis.calicumberSections=${JSON.stringify(sections)};\n`;
    writeFileSync(join(site, language, 'search.js'), search);
  }
  const front = frontPage({ en: WORDS.en.subtitle, ko: WORDS.ko.subtitle });
  writeFileSync(join(site, 'index.html'), front);
  makeAssets(join(site, 'assets'));
}

function makeAssets(folder: string): void {
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['main.ts', 'site.css'].map((name) => ({
      in: join(__dirname, 'client', name),
      out: 'site',
    })),
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    legalComments: 'none',
  });
  const pictures = join(ROOT, 'docs', 'pictures');
  for (const name of readdirSync(pictures)) copyFileSync(join(pictures, name), join(folder, name));
}

if (require.main === module) {
  const site = join(ROOT, 'site');
  buildDocs(site);
  process.stdout.write(`${join('site', 'index.html')}\n`);
}
