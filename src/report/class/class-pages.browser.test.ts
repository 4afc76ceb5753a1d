/**
 * The pages of grades in a real browser, from the disk: read by everybody, sorted by keys, and lamps say
 * who lit them.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { madeResult } from '../../grade/class/made-class.fixture';
import { feedbackFor } from '../../grade/feedback/for-audience';
import { GRADED, UNGRADABLE } from '../../grade/feedback/results.fixture';
import { complaintsAbout } from '../testing/axe';
import { chromiumFor } from '../testing/chromium';
import { hostileLine } from '../testing/hostile.fixture';
import { classPage } from './class-page';
import { studentPage } from './student-page';

const BAD = hostileLine('student');

const RESULTS = [
  madeResult('kim', '++-+'),
  madeResult('s10', '-+?+'),
  madeResult('s2', '-+-+'),
  madeResult('lee', '', 4),
  madeResult(BAD, '?---'),
];

const PAGES = {
  class: classPage({
    title: { en: 'Two nodes', ko: '두 노드' },
    results: RESULTS,
    likeness: [{ students: ['s2', BAD], similarity: 0.9, shared: 40 }],
    names: new Map([['kim', '김하나']]),
    pageOf: (student) => `feedback/${student}/index.html`,
  }),
  practice: studentPage(feedbackFor(GRADED, 'practice', { decimals: 0 })),
  'after due': studentPage(feedbackFor({ ...GRADED, student: BAD }, 'after-due', { decimals: 0 })),
  ungradable: studentPage(feedbackFor(UNGRADABLE, 'graded', { decimals: 0 })),
};

describe('the pages of grades, in Chromium', function () {
  const chromium = chromiumFor(this);
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-class-'));
  const file = (name: keyof typeof PAGES) => join(folder, `${name}.html`);

  before(() => {
    for (const [name, page] of Object.entries(PAGES)) {
      writeFileSync(join(folder, `${name}.html`), page);
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const name of ['class', 'practice', 'after due', 'ungradable'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      for (const language of ['en', 'ko'] as const) {
        it(`are read by everybody: ${name}, ${theme}, ${language}`, async () => {
          const { page, deeds } = await chromium.open(file(name), { theme, language });
          expect(await page.evaluate('document.documentElement.lang')).to.equal(language);
          expect(await complaintsAbout(page)).to.deep.equal([]);
          expect(deeds).to.deep.equal([]);
        });
      }
    }
  }

  it('are sorted by any column, by keys', async () => {
    const { page } = await chromium.open(file('class'));
    await page.focus('th.whole-check button');
    await page.keyboard.press('Enter');
    expect(await order(page)).to.deep.equal(['s10', 's2', '</scr', 'lee', 'kim']);
    expect(await sortedBy(page)).to.deep.equal(['check 1: ascending']);
    await page.keyboard.press('Space');
    expect(await order(page)).to.deep.equal(['kim', 'lee', '</scr', 's10', 's2']);
    expect(await sortedBy(page)).to.deep.equal(['check 1: descending']);
    for (let times = 0; times < 2; times++) {
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      if (times === 0) await page.keyboard.press('Enter');
    }
    expect(await order(page)).to.deep.equal(['lee', '</scr', 's10', 's2', 'kim']);
    await page.keyboard.press('Enter');
    expect(await sortedBy(page)).to.deep.equal(['Student: ascending']);
    expect((await order(page)).slice(-3)).to.deep.equal(['s2', 's10', 'kim']);
  });

  it('say who lit a lamp, to those who point at it and those who come by keys', async () => {
    const { page } = await chromium.open(file('practice'));
    expect(await read(page, '.student-tip')).to.deep.equal([]);
    await page.hover('.student-lamps li:nth-child(2) a');
    expect(await read(page, '.student-tip')).to.deep.equal([
      'Engine 2 · not noticed\nWhich source address does a server outside see?',
    ]);
    await page.mouse.move(0, 0);
    await page.focus('.student-page');
    await page.keyboard.press('Tab');
    expect(await read(page, '.student-tip')).to.deep.equal([
      'Engine 1 · Noticed by\nthe gateway answers',
    ]);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('location.hash')).to.equal('#task-2-engine-1');
    expect(await page.evaluate("document.querySelector(':target').innerText")).to.contain(
      'Engine 1',
    );
  });

  it('are read without a script, and then have no buttons', async () => {
    for (const name of ['class', 'practice'] as const) {
      const { page } = await chromium.open(file(name));
      await page.setJavaScriptEnabled(false);
      await page.reload();
      const shown = await page.$$eval('button', (all) =>
        all.filter((one) => one.checkVisibility()),
      );
      expect(shown).to.deep.equal([]);
      expect((await read(page, 'main')).join())
        .to.match(/held/)
        .and.not.to.match(/성립/);
    }
  });
});

/** The first letters of the names, from above. */
async function order(page: Page): Promise<readonly string[]> {
  const names = await read(page, '.whole-matrix tbody th a');
  return names.map((name) => (name === '김하나' ? 'kim' : name.slice(0, 5)));
}

async function sortedBy(page: Page): Promise<readonly string[]> {
  const names = await read(page, 'th[aria-sort]');
  const ways = await page.$$eval('th[aria-sort]', (all) => all.map((one) => one.ariaSort));
  return names.map((name, at) => `${name}: ${ways[at]}`);
}

/** What is seen of these elements, in the language that is shown. */
async function read(page: Page, selector: string): Promise<readonly string[]> {
  const texts: unknown = await page.evaluate(`[...document.querySelectorAll('${selector}')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map((one) => one.innerText.trim())`);
  return texts as string[];
}
