/**
 * A page of the site as HTML: what is in it, and around it the ways to all others. It loads its style, its
 * script and the sections for the search from beside it, and nothing from anywhere else.
 */
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../../steps/support/catalogue';
import type { Heading, PageContent } from '../markdown/page-content';
import { LANGUAGES, type PageName } from '../pages';
import { WORDS } from '../words';

/**
 * Where a page lies on a disk it is not its own `self` in every browser, so files are named, too: where it
 * is served, no browser lets it read any.
 */
const OWN = "'self' file:";
const POLICY = [
  "default-src 'none'",
  `script-src ${OWN}`,
  `style-src ${OWN}`,
  `img-src ${OWN}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export interface SitePage {
  readonly name: PageName;
  readonly content: PageContent;
}

interface PageProps {
  readonly page: SitePage;
  /** All of the language, in their order. */
  readonly pages: readonly SitePage[];
  readonly language: Language;
}

export function sitePage(props: PageProps): string {
  const { page, language } = props;
  const { title } = page.content;
  const head = page.name === 'index' ? title : `${title} · Calicumber`;
  return documentOf({
    language,
    title: head,
    body: (
      <>
        <a class="skip" href="#text">
          {WORDS[language].skip}
        </a>
        <TopBar {...props} />
        <div class="columns">
          <main id="text">
            <article dangerouslySetInnerHTML={{ __html: page.content.html }} />
            <Neighbours {...props} />
          </main>
          <Contents headings={page.content.headings} language={language} />
          <PageList {...props} />
        </div>
        <script src={`search.js`} />
        <script src={`../assets/site.js`} />
      </>
    ),
  });
}

/** Where somebody begins who has named no language. */
export function frontPage(first: Readonly<Record<Language, string>>): string {
  return documentOf({
    language: LANGUAGES[0],
    title: 'Calicumber',
    assets: 'assets',
    body: (
      <main class="front">
        <h1>Calicumber</h1>
        {LANGUAGES.map((language) => (
          <p lang={language}>
            <a href={`${language}/index.html`} hreflang={language}>
              {WORDS[language].name}
            </a>
            <br />
            {first[language]}
          </p>
        ))}
      </main>
    ),
  });
}

interface DocumentProps {
  readonly language: Language;
  readonly title: string;
  readonly assets?: string;
  readonly body: preact.JSX.Element;
}

function documentOf({ language, title, assets = '../assets', body }: DocumentProps): string {
  const html = renderToString(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <link rel="stylesheet" href={`${assets}/site.css`} />
      </head>
      <body>{body}</body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}

function TopBar({ page, language }: PageProps) {
  const words = WORDS[language];
  return (
    <header class="top">
      <a class="brand" href="index.html">
        Calicumber
      </a>
      <a class="to-pages" href="#pages">
        {words.pages}
      </a>
      <search class="search">
        <label>
          <span class="hidden-words">{words.search}</span>
          <input
            type="search"
            id="search"
            placeholder={`${words.search} (/)`}
            autocomplete="off"
            data-found={words.found}
            data-nothing={words.nothing}
          />
        </label>
        <p class="hidden-words" role="status" />
        <ol class="hits" hidden />
      </search>
      <nav class="languages" aria-label={words.language}>
        {LANGUAGES.map((other) =>
          other === language ? (
            <span aria-current="true">{WORDS[other].name}</span>
          ) : (
            <a href={`../${other}/${page.name}.html`} lang={other} hreflang={other}>
              {WORDS[other].name}
            </a>
          ),
        )}
      </nav>
    </header>
  );
}

function PageList({ page, pages, language }: PageProps) {
  return (
    <nav class="pages" id="pages" aria-label={WORDS[language].pages}>
      <ul>
        {pages.map(({ name, content }) => (
          <li>
            <a href={`${name}.html`} aria-current={name === page.name ? 'page' : undefined}>
              {content.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Deeper headings than these are found by reading. */
const LEVEL_MAX = 3;

function Contents({
  headings,
  language,
}: {
  readonly headings: readonly Heading[];
  readonly language: Language;
}) {
  const words = WORDS[language];
  return (
    <nav class="contents" aria-label={words.onThisPage}>
      <details open>
        <summary>{words.onThisPage}</summary>
        <ul>
          {headings
            .filter(({ level }) => level <= LEVEL_MAX)
            .map(({ level, slug, text }) => (
              <li class={`level-${level}`}>
                <a href={`#${slug}`}>{text}</a>
              </li>
            ))}
        </ul>
      </details>
    </nav>
  );
}

function Neighbours({ page, pages, language }: PageProps) {
  const words = WORDS[language];
  const at = pages.findIndex(({ name }) => name === page.name);
  const beside = [
    [words.previous, pages[at - 1], 'prev'],
    [words.next, pages[at + 1], 'next'],
  ] as const;
  return (
    <nav class="beside" aria-label={`${words.previous}, ${words.next}`}>
      {beside.map(([word, other, rel]) =>
        other === undefined ? (
          <span />
        ) : (
          <a href={`${other.name}.html`} rel={rel}>
            <small>{word}</small> {other.content.title}
          </a>
        ),
      )}
    </nav>
  );
}
