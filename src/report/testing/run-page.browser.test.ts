/**
 * The page of a run in a real browser, as its readers use it: from the overview to the packet, by
 * pointer and by keys, in both themes and languages; nobody is asked for anything.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { judge, needsProgram } from '../../wire/testing/referee';
import { WALK_WORDS } from '../words/walk-words';
import { complaintsAbout } from './axe';
import { chromiumFor, type Reader } from './chromium';
import { BROKEN_FEATURE, Desk, STORIES } from './desk';

/** The violated scenario that a reader looks for. */
const NAME = 'Nobody has that address';

/** The button that plays, by its hidden word. */
const PLAY = new RegExp(WALK_WORDS.play.en);

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

  it('leads to the hop that failed by keys alone', async () => {
    const { page, deeds } = await open();
    await tabTo(page, NAME);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.scenario[open] .walk-player');
    await tabTo(page, PLAY);
    const seen: string[] = [];
    for (const key of ['Home', 'ArrowRight', 'ArrowLeft', 'End'] as const) {
      await page.keyboard.press(key);
      seen.push(await textOf(page, '.walk-where'));
    }
    const [first, next, back, last] = seen;
    expect(first).to.contain('pod1').and.to.equal(back).and.not.to.equal(next);
    expect(last).to.contain('k8s-w1');
    expect(await textOf(page, '.walk-hop')).to.contain('blackhole 172.16.158.0/24');
    expect(deeds).to.deep.equal([]);
  });

  it('plays the walk, to its end', async () => {
    const { page } = await open();
    await openScenario(page);
    const play = await page.waitForSelector('.walk-player button:nth-of-type(3)');
    const from = await textOf(page, '.walk-where');
    await play?.click();
    await page.waitForFunction(
      `document.querySelector('.scenario[open] .walk-where').innerText !== ${JSON.stringify(from)}`,
    );
  });

  it('lights the bytes of a field, and the field of a byte', async () => {
    const { page } = await open();
    await openScenario(page);
    await page.click('#s-broken-5 .frame-row:last-of-type');
    const lit = () => page.$$eval('.frame-lit', (all) => all.map((it) => it.textContent));
    const field = await page.waitForSelector(
      '::-p-xpath(//*[@role="treeitem"][contains(., "Internet Protocol")])',
    );
    await field?.hover();
    expect(await lit()).to.include.members(['ac', '10']);
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

/** What is seen of an element of the open scenario. */
async function textOf(page: Page, selector: string): Promise<string> {
  const element = `document.querySelector('.scenario[open] ${selector}')`;
  return String(await page.evaluate(`${element}.innerText`));
}

/** Opens the violated scenario, and waits for its packets. */
async function openScenario(page: Page): Promise<void> {
  await page.click('#s-broken-5 > summary');
  await page.waitForSelector('#s-broken-5 .frame-row');
}

/** How often the key is pressed at most before something is taken for out of reach. */
const TABS_MAX = 60;

async function tabTo(page: Page, words: string | RegExp): Promise<void> {
  for (let count = 0; count < TABS_MAX; count++) {
    await page.keyboard.press('Tab');
    const focused = String(await page.evaluate('document.activeElement.innerText')).trim();
    if (typeof words === 'string' ? focused === words : words.test(focused)) return;
  }
  throw new Error(`${words} is not reached by ${TABS_MAX} tabulators`);
}
