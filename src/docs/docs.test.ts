/**
 * The site as a whole: what is there in one language is there in the other, every link leads somewhere, the
 * same files make the same bytes, and words are found.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { expect } from 'chai';
import { catalogue } from '../../steps';
import type { Language } from '../../steps/support/catalogue';
import { buildDocs, readPages } from './build-docs';
import { LANGUAGES, PAGES, ROOT } from './pages';
import { type Search, searchIn } from './search/search';
import { SHOWN_PAGES } from './testing/shown-pages';

describe('the documents', () => {
  it('are all pages of the site, in every language', () => {
    for (const language of LANGUAGES) {
      const files = readdirSync(join(ROOT, 'docs', language)).sort();
      expect(files).to.deep.equal(PAGES.map((name) => `${name}.md`).sort());
    }
  });

  it('show the same code in every language', () => {
    const kindsOf = (wanted: string) =>
      SHOWN_PAGES.filter(({ language }) => language === wanted).map(({ name, blocks }) => [
        name,
        ...blocks.map(({ language, words }) => [language, ...words].join(' ')),
      ]);
    expect(kindsOf('ko')).to.deep.equal(kindsOf('en'));
  });

  it('have as many sections in every language', () => {
    const [inEnglish, inKorean] = LANGUAGES.map((language) =>
      readPages(language).map(({ name, content }) => [
        name,
        ...content.headings.map(({ level }) => level),
      ]),
    );
    expect(inKorean).to.deep.equal(inEnglish);
  });
});

describe('the site of the documents', function () {
  this.timeout(20_000);
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-site-'));
  const [site, again] = [join(folder, 'site'), join(folder, 'again')];
  before(() => {
    buildDocs(site);
    buildDocs(again);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('is made of the same bytes each time', () => {
    const files = filesIn(site);
    expect(filesIn(again)).to.deep.equal(files);
    const changed = files.filter(
      (file) => !readFileSync(join(site, file)).equals(readFileSync(join(again, file))),
    );
    expect(changed).to.deep.equal([]);
  });

  it('has links that lead somewhere, and loads only what lies in it', () => {
    const lost = pagesIn(site).flatMap((file) =>
      linksIn(site, file)
        .filter(({ isThere }) => !isThere)
        .map(({ link }) => `${file}: ${link}`),
    );
    expect(lost).to.deep.equal([]);
  });

  it('gives each thing on a page a name of its own', () => {
    for (const file of pagesIn(site)) {
      const names = namesIn(join(site, file));
      expect(names.filter((name, at) => names.indexOf(name) !== at)).to.deep.equal([], file);
    }
  });

  it('has every sentence under its id, in every language', () => {
    for (const language of LANGUAGES) {
      const names = new Set(namesIn(join(site, language, 'catalogue.html')));
      const ids = catalogue().entries.map(({ id }) => id);
      expect(ids.filter((id) => !names.has(id))).to.deep.equal([]);
    }
  });
});

describe('the search of the site', () => {
  const searches = new Map<Language, Search>();
  const placesOf = (language: Language, words: string) =>
    searches
      .get(language)?.(words)
      .map(({ place }) => place) ?? [];
  before(() => {
    for (const language of LANGUAGES) {
      const sections = readPages(language).flatMap(({ content }) => content.sections);
      searches.set(language, searchIn(sections));
    }
  });

  it('finds names of the field in both languages', () => {
    for (const language of LANGUAGES) {
      for (const words of ['tunl0', 'natOutgoing', 'natoutgoing', 'outgoing', 'k8s-w1']) {
        expect(placesOf(language, words), words).not.to.be.empty;
      }
      expect(placesOf(language, 'pool.set')[0]).to.equal('catalogue.html#pool.set');
    }
  });

  it('finds Korean words whatever particle they carry, and within compounds', () => {
    expect(placesOf('ko', '프록시')).to.include('model.html#매니페스트에서-패킷까지');
    expect(placesOf('ko', '캡슐화')[0]).to.equal('catalogue.html#encapsulated');
    expect(placesOf('ko', '핑 성공')).to.include('catalogue.html#ping.succeeds');
    expect(placesOf('ko', '풀')).to.include('catalogue.html#pool.set');
  });

  it('finds the text before the examples', () => {
    expect(placesOf('en', 'verdicts')[0]).to.equal('features.html#three-verdicts-not-two');
    expect(placesOf('en', 'gradebook')[0]).to.match(/^assignment/);
    expect(placesOf('en', 'neigbour')).not.to.be.empty;
  });

  it('finds nothing where one of the words is nowhere', () => {
    expect(placesOf('en', 'ping zzzzzz')).to.deep.equal([]);
    expect(placesOf('ko', '뷁')).to.deep.equal([]);
  });
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();
}

function pagesIn(site: string): readonly string[] {
  return filesIn(site).filter((file) => file.endsWith('.html'));
}

function namesIn(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
}

/** What a page leads to or loads; other sites are said to be there. */
function linksIn(site: string, file: string) {
  const html = readFileSync(join(site, file), 'utf8');
  return [...html.matchAll(/\s(href|src)="([^"]*)"/g)].map(([, kind, link = '']) => {
    const [path = '', name] = decodeURI(link).split('#');
    const target = path === '' ? join(site, file) : resolve(site, dirname(file), path);
    const isElsewhere = kind === 'href' && link.startsWith('https://');
    const isNamed = () => name === undefined || namesIn(target).includes(name);
    return { link, isThere: isElsewhere || (existsSync(target) && isNamed()) };
  });
}
