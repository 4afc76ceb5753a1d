/**
 * Markdown to the content of a page. Links between pages are written as files of Markdown and pictures
 * from where they lie, so that both hold where the files are read as they are.
 */
import type { Token } from 'markdown-it';
import type { Language } from '../../../steps/support/catalogue';
import { escapeText } from '../../report/escape';
import { partMadeFor } from '../made';
import type { PageName } from '../pages';
import type { Section } from '../search/search';
import { codeBlock } from './code-block';
import { MarkdownIt } from './markdown-it';
import type { Heading, PageContent } from './page-content';
import { Slugs } from './slug';
import { WIDE_TABLE } from './wide-table';

/** @throws Error where the page has no title */
export function renderMarkdown(text: string, page: PageName, language: Language): PageContent {
  const tokens = MARKDOWN.parse(text, {});
  const outline = new Outline(page, language);
  for (const [at, token] of tokens.entries()) outline.take(token, tokens[at - 1], tokens[at + 1]);
  const { title, headings, sections } = outline.close();
  if (title === '') throw new Error(`docs/${language}/${page}.md has no title: # and words`);
  return {
    title,
    headings,
    sections,
    html: MARKDOWN.renderer.render(tokens, MARKDOWN.options, {}),
  };
}

const MARKDOWN = new MarkdownIt({ html: false });

const { rules } = MARKDOWN.renderer;
rules['table_open'] = () => `${WIDE_TABLE[0]}<table>\n`;
rules['table_close'] = () => `</table>${WIDE_TABLE[1]}`;
// The page's policy allows no style in an attribute, and of those that tables have one is used.
for (const cell of ['th', 'td']) {
  rules[`${cell}_open`] = (tokens, at) =>
    (tokens[at] as Token).attrGet('style') === null ? `<${cell}>` : `<${cell} class="number">`;
}
rules['heading_open'] = (tokens, at) => {
  const { tag, meta } = tokens[at] as Token;
  const slug = meta?.['slug'];
  return slug === undefined
    ? `<${tag}>`
    : `<${tag} id="${slug}"><a class="own-place" href="#${slug}">`;
};
rules['heading_close'] = (tokens, at) => {
  const { tag } = tokens[at] as Token;
  return tag === 'h1' ? `</${tag}>\n` : `</a></${tag}>\n`;
};
// A picture that is too small to read is a link to itself.
rules['image'] = (tokens, at) => {
  const { attrs, children } = tokens[at] as Token;
  const [source, words] = [new Map(attrs ?? []).get('src'), plainText({ children })].map((text) =>
    escapeText(String(text)),
  );
  return `<a href="${source}"><img src="${source}" alt="${words}"></a>`;
};
rules['fence'] = (tokens, at) => {
  const { content, info, meta } = tokens[at] as Token;
  return String(meta?.['html'] ?? codeBlock(content, info));
};

/** Goes through a page from top to bottom, and gives each heading its place. */
class Outline {
  readonly #page: PageName;
  readonly #language: Language;
  readonly #slugs = new Slugs();
  readonly #headings: Heading[] = [];
  readonly #sections: Omit<Section, 'page'>[] = [];
  #title = '';
  #heading = '';
  #slug = '';
  #words: string[] = [];
  #code: string[] = [];

  constructor(page: PageName, language: Language) {
    this.#page = page;
    this.#language = language;
  }

  take(token: Token, before: Token | undefined, after: Token | undefined): void {
    if (token.type === 'heading_open') this.#takeHeading(token, plainText(after));
    else if (token.type === 'fence') this.#takeFence(token);
    else if (token.type === 'inline') {
      token.children?.forEach(pointToSite);
      if (before?.type !== 'heading_open') this.#words.push(plainText(token));
    }
  }

  close(): Omit<PageContent, 'html'> {
    this.#endSection();
    const page = this.#title;
    const sections = this.#sections.map((section) => ({ ...section, page }));
    return { title: page, headings: this.#headings, sections };
  }

  #takeHeading(token: Token, text: string): void {
    this.#endSection();
    const level = Number(token.tag.slice(1));
    this.#heading = text;
    this.#slug = level === 1 ? '' : this.#slugs.slugOf(text);
    if (level === 1) this.#title = text;
    else {
      token.meta = { slug: this.#slug };
      this.#headings.push({ level, slug: this.#slug, text });
    }
  }

  #takeFence(token: Token): void {
    const part = partMadeFor(token.info, this.#language);
    if (part === undefined) {
      this.#code.push(token.content);
      return;
    }
    token.meta = { html: part.html };
    this.#headings.push(...part.headings);
    const here = part.sections.map((it) => ({ ...it, place: `${this.#page}.html${it.place}` }));
    this.#sections.push(...here);
  }

  #endSection(): void {
    if (this.#heading === '') return;
    const place = `${this.#page}.html${this.#slug === '' ? '' : `#${this.#slug}`}`;
    const [text, code] = [inOneLine(this.#words), inOneLine(this.#code)];
    this.#sections.push({ place, title: this.#heading, text, code });
    this.#words = [];
    this.#code = [];
  }
}

function inOneLine(parts: readonly string[]): string {
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

function plainText(inline: Pick<Token, 'children'> | undefined): string {
  const parts = inline?.children ?? [];
  return parts
    .map(({ type, content }) => (/break$/.test(type) ? ' ' : type === 'image' ? '' : content))
    .join('');
}

const PICTURE = /^\.\.\/pictures\//;
const PAGE = /^([a-z-]+)\.md(#.*)?$/;

function pointToSite(token: Token): void {
  const link = token.attrGet('href');
  if (link !== null) token.attrSet('href', String(link).replace(PAGE, '$1.html$2'));
  const picture = token.attrGet('src');
  if (picture !== null) token.attrSet('src', String(picture).replace(PICTURE, '../assets/'));
}
