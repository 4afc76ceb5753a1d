/**
 * The site in a real browser, from the disk: nobody is asked for anything but what lies in it, everybody
 * can read it, and what is typed is found.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { complaintsAbout } from '../report/testing/axe';
import { chromiumFor, type OpenPage, type Reader } from '../report/testing/chromium';
import { buildDocs } from './build-docs';
import { PAGES } from './pages';

const READERS: readonly Reader[] = [
  { language: 'ko', theme: 'dark', width: 390 },
  { language: 'en', theme: 'light', width: 1280 },
  { language: 'ko', theme: 'light', width: 1280 },
  { language: 'en', theme: 'dark', width: 390 },
];

describe('the site of the documents, in Chromium', function () {
  const chromium = chromiumFor(this);
  const site = mkdtempSync(join(tmpdir(), 'calicumber-site-'));
  before(() => buildDocs(site));
  after(() => rmSync(site, { recursive: true }));

  function open(file: string, reader: Reader = {}): Promise<OpenPage> {
    return chromium.open(join(site, file), reader);
  }

  /** What a page did but load what lies in the site. */
  function strangeDeeds({ deeds }: OpenPage) {
    const own = pathToFileURL(site).href;
    return deeds.filter(({ kind, what }) => kind !== 'request' || !what.startsWith(own));
  }

  // One reader for each page: in both languages a page is made of the same things.
  for (const [at, name] of PAGES.entries()) {
    const reader = READERS[at % READERS.length] ?? {};
    const { language = 'en', theme, width } = reader;
    it(`is read by everybody: ${name}, ${language}, ${theme}, ${width} wide`, async () => {
      const opened = await open(`${language}/${name}.html`, reader);
      expect(strangeDeeds(opened)).to.deep.equal([]);
      expect(await isWiderThanWindow(opened.page)).to.equal(false);
      expect(await complaintsAbout(opened.page)).to.deep.equal([]);
    });
  }

  it('begins with a choice of languages', async () => {
    const { page } = await open('index.html');
    expect(await complaintsAbout(page)).to.deep.equal([]);
    await page.click('a[hreflang=ko]');
    await page.waitForSelector('html[lang=ko]');
  });

  it('is searched by keys alone, and leads to what is found', async () => {
    const opened = await open('ko/index.html', { language: 'ko' });
    const { page } = opened;
    await page.keyboard.press('/');
    await page.keyboard.type('프록시');
    await page.waitForSelector('.hits a');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector(':target');
    expect(strangeDeeds(opened)).to.deep.equal([]);
  });

  it('says so where nothing is found, and closes what is open', async () => {
    const { page } = await open('en/index.html');
    await page.type('#search', 'zzzz');
    await page.waitForSelector('.search [role=status]:not(.hidden-words)');
    expect(await page.evaluate('document.querySelector("[role=status]").innerText')).to.contain(
      'zzzz',
    );
    for (const key of ['Backspace', 'Backspace', 'Backspace', 'Backspace'] as const) {
      await page.keyboard.press(key);
    }
    await page.keyboard.type('ping');
    await page.waitForSelector('.hits:not([hidden])');
    expect(await complaintsAbout(page)).to.deep.equal([]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.hits[hidden]');
  });

  it('goes on with the same sentence in the other language', async () => {
    const { page } = await open('en/catalogue.html', { after: '#ping.fails' });
    await page.click('.languages a');
    await page.waitForSelector('html[lang=ko] :target');
    expect(await page.evaluate('document.querySelector(":target").id')).to.equal('ping.fails');
  });
});

async function isWiderThanWindow(page: Page): Promise<boolean> {
  return (await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  )) as boolean;
}
