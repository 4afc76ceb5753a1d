/**
 * The specification and the history in a real browser: in both themes and languages nothing to complain
 * of, nobody asked for anything; and on paper.
 */
import { expect } from 'chai';
import { complaintsAbout } from './axe';
import { chromiumFor } from './chromium';
import { BROKEN_FEATURE, Desk, STORIES } from './desk';

describe('pages that stand still, in Chromium', function () {
  const chromium = chromiumFor(this);
  const desk = new Desk();

  before(() => {
    desk.copy(STORIES);
    desk.write('features/broken.feature', BROKEN_FEATURE);
    desk.calicumber('run', '--reports', 'after');
    desk.write('features/broken.feature', BROKEN_FEATURE.replace('158.77', '158.1'));
    desk.calicumber('run', '--reports', 'before');
    desk.calicumber('report', 'before/messages.ndjson', 'after/messages.ndjson', '--out', 'pages');
    desk.calicumber('report', '--spec', 'after/messages.ndjson', '--out', 'pages');
  });
  after(() => desk.clear());

  for (const [name, file] of [
    ['specification', 'spec.html'],
    ['history', 'history.html'],
  ] as const) {
    for (const reader of [
      { theme: 'light', language: 'en' },
      { theme: 'dark', language: 'ko' },
    ] as const) {
      it(`are read by everybody: the ${name}, ${reader.theme}, ${reader.language}`, async () => {
        const { page, deeds } = await chromium.open(desk.path('pages', file), reader);
        expect(await page.evaluate('document.documentElement.lang')).to.equal(reader.language);
        expect(await complaintsAbout(page)).to.deep.equal([]);
        expect(deeds).to.deep.equal([]);
      });
    }
  }

  it('switch their language by keyboard', async () => {
    const { page } = await chromium.open(desk.path('pages', 'spec.html'));
    const heading = () => page.evaluate("document.querySelector('h1').innerText.trim()");
    expect(await heading()).to.equal('Specification');
    await page.focus('button[data-language=ko]');
    await page.keyboard.press('Enter');
    expect(await heading()).to.equal('명세');
  });

  it('lead from a change to the scenario in both reports', async () => {
    const { page } = await chromium.open(desk.path('pages', 'history.html'));
    const links = await page.$$eval('.history-change a', (all) => all.map(({ href }) => href));
    expect(links).to.have.length(2);
    for (const link of links) {
      await page.goto(link);
      expect(await page.evaluate('document.body.innerText')).to.contain('Nobody has that address');
    }
  });

  it('print on A4, and no scenario over two pages', async () => {
    const { page } = await chromium.open(desk.path('pages', 'spec.html'));
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const text = Buffer.from(pdf).toString('latin1');
    expect(text.match(/\/MediaBox \[0 0 [\d.]+ [\d.]+\]/)?.[0]).to.match(/ 59[45][\d.]* 84[12]/);
    await page.emulateMediaType('print');
    const breaks = await page.$$eval('.spec-scenario', (all) =>
      all.map((scenario) => getComputedStyle(scenario).breakInside),
    );
    expect(new Set(breaks)).to.deep.equal(new Set(['avoid']));
  });
});
