/**
 * A stranger's features and messages in a real browser: on no page does anything of them run, ask for
 * anything, or break what the page's policy allows; and all of it is shown as the text that it is.
 */
import { expect } from 'chai';
import { chromiumFor } from './chromium';
import { Desk } from './desk';
import { HOSTILE_FEATURE, withHostileNames } from './hostile.fixture';
import { FIRED } from './watched-page';

describe('what a stranger wrote, in Chromium', function () {
  const chromium = chromiumFor(this);
  const desk = new Desk();

  before(() => {
    desk.write('features/h.feature', HOSTILE_FEATURE);
    desk.calicumber('run');
    const messages = desk.read('reports/messages.ndjson');
    desk.write('old.ndjson', withHostileNames(messages));
    desk.write('new.ndjson', messages.replaceAll('"status":"PASSED"', '"status":"FAILED"'));
    desk.calicumber('report', 'old.ndjson', 'new.ndjson', '--out', 'pages');
    desk.calicumber('report', '--spec', 'old.ndjson', '--out', 'pages');
  });
  after(() => desk.clear());

  for (const file of ['spec.html', 'history.html']) {
    it(`is text on ${file}`, async () => {
      const { page, deeds } = await chromium.open(desk.path('pages', file));
      expect(await page.evaluate('document.body.innerText')).to.contain(FIRED);
      expect(deeds).to.deep.equal([]);
    });
  }

  for (const folder of ['reports', 'pages/history/before']) {
    it(`is text on the page of a run, and in its packets: ${folder}`, async () => {
      const { page, deeds } = await chromium.open(desk.path(folder, 'index.html'));
      const count = await page.evaluate(`{
        const all = [...document.querySelectorAll('.scenario')];
        for (const scenario of all) scenario.open = true;
        all.length
      }`);
      expect(count).to.equal(5);
      await page.waitForSelector('.frame-row');
      // Whatever can be clicked is, but for links that lead away and what opens and closes.
      await page.evaluate(`for (const button of document.querySelectorAll(
        '.scenario-evidence :is(button:not([class*="made"] button), [role=treeitem])')) button.click()`);
      await page.waitForNetworkIdle({ idleTime: 200 });
      expect(await page.evaluate('document.body.innerText')).to.contain(FIRED);
      expect(deeds).to.deep.equal([]);
    });
  }
});
