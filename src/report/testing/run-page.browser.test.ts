/**
 * The page of a run in a real browser, as its readers use it: from the overview to the packet, by
 * pointer and by keys, in both themes and languages; nobody is asked for anything.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { judge, needsProgram } from '../../wire/testing/referee';
import { complaintsAbout } from './axe';
import { chromiumFor, type Reader } from './chromium';
import { BROKEN_FEATURE, Desk, STORIES } from './desk';

/** The violated scenario that a reader looks for. */
const NAME = 'Nobody has that address';

describe('the page of the three stories, in Chromium', function () {
  const chromium = chromiumFor(this);
  const desk = new Desk();

  before(() => {
    desk.copy(STORIES);
    desk.write('features/broken.feature', BROKEN_FEATURE);
    desk.calicumber('run');
    desk.calicumber('report', 'reports/messages.ndjson', '--single-file', '--out', 'single');
  });
  after(() => desk.clear());

  function open(reader: Reader = {}, folder = 'reports') {
    return chromium.open(desk.path(folder, 'index.html'), reader);
  }

  for (const reader of [
    { theme: 'light', language: 'en' },
    { theme: 'dark', language: 'ko' },
  ] as const) {
    it(`is read by everybody, ${reader.theme}, ${reader.language}`, async () => {
      const { page, deeds } = await open(reader);
      expect(await page.evaluate('document.documentElement.lang')).to.equal(reader.language);
      expect(await complaintsAbout(page)).to.deep.equal([]);
      await openScenario(page);
      expect(await complaintsAbout(page)).to.deep.equal([]);
      expect(deeds).to.deep.equal([]);
    });
  }

  it('leads to what failed by keys alone', async () => {
    const { page } = await open();
    await tabTo(page, NAME);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.scenario[open] .frame-row');
    const open_ = await page.evaluate("document.querySelector('.scenario[open] h3').textContent");
    expect(open_).to.equal(NAME);
  });

  it('switches to Korean and stays there', async () => {
    const { page } = await open();
    const seen = () => page.evaluate('document.body.innerText') as Promise<string>;
    expect(await seen())
      .to.contain('violated')
      .and.not.to.contain('위반');
    await tabTo(page, '한국어');
    await page.keyboard.press('Enter');
    expect(await seen())
      .to.contain('위반')
      .and.not.to.contain('not established');
    await page.reload();
    expect(await seen()).to.contain('위반');
  });

  it('finds scenarios by a word, and the address remembers it', async () => {
    const { page } = await open();
    await page.type('[name=q]', 'nobody has');
    const left = () => page.$$eval('.scenario:not([hidden])', (all) => all.map(({ id }) => id));
    expect(await left()).to.deep.equal(['s-broken-5']);
    await page.reload();
    expect(await left()).to.deep.equal(['s-broken-5']);
  });

  it('gives a capture that tshark reads', async function () {
    needsProgram(this, 'tshark');
    const { page } = await open();
    await page.click('#s-broken-5 > summary');
    await page.click('#s-broken-5 .scenario-files > summary');
    const file = await download(page, '#s-broken-5 .scenario-files a', 'beside');
    expect(judge('tshark', ['-r', '{}'], file)).to.contain('Echo (ping) request');
  });

  it('as a single file gives the same capture, with no file beside it', async function () {
    needsProgram(this, 'tshark');
    expect(readdirSync(desk.path('single'))).to.deep.equal(['index.html']);
    const { page, deeds } = await open({}, 'single');
    await openScenario(page);
    const file = await download(page, '#s-broken-5 .scenario-made button', 'inside');
    expect(judge('tshark', ['-r', '{}'], file)).to.contain('Echo (ping) request');
    expect(deeds).to.deep.equal([]);
  });

  /** What a click there puts into a folder. */
  async function download(page: Page, selector: string, folder: string): Promise<Uint8Array> {
    const session = await page.createCDPSession();
    const downloadPath = desk.path(folder);
    mkdirSync(downloadPath);
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath });
    await page.click(selector);
    for (let tries = 0; tries < 50; tries++) {
      const [name] = readdirSync(downloadPath).filter((file) => file.endsWith('.pcapng'));
      if (name !== undefined) return readFileSync(desk.path(folder, name));
      await pause(100);
    }
    throw new Error(`${selector} gave no file`);
  }
});

/** Opens the violated scenario, and waits for its packets. */
async function openScenario(page: Page): Promise<void> {
  await page.click('#s-broken-5 > summary');
  await page.waitForSelector('#s-broken-5 .frame-row');
}

/** How often the key is pressed at most before something is taken for out of reach. */
const TABS_MAX = 60;

async function tabTo(page: Page, words: string): Promise<void> {
  for (let count = 0; count < TABS_MAX; count++) {
    await page.keyboard.press('Tab');
    if (String(await page.evaluate('document.activeElement.innerText')).trim() === words) return;
  }
  throw new Error(`${words} is not reached by ${TABS_MAX} tabulators`);
}
