/**
 * The page of a run in a real browser, from the disk: what is searched for is found, what is opened
 * unfolds, the address remembers it, and texts of others stay texts.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { MISMATCH_MEDIA_TYPE } from '../model/media-types';
import { pcapngOf } from '../page/made-capture.fixture';
import { RunPage } from '../page/run-page';
import { allOf, attached, captured, madeRun, verdict } from '../read/messages.fixture';
import { chromiumFor } from '../testing/chromium';
import { hostileLine } from '../testing/hostile.fixture';

const LOST = { subject: 'the ping', expected: 'a reply', actual: 'none', cause: 'natOutgoing' };

describe('the page of a run in a browser', function () {
  const chromium = chromiumFor(this);
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-page-'));
  const file = join(folder, 'index.html');

  before(() => {
    const page = new RunPage(folder, { isSingleFile: true });
    const evidence = [attached(MISMATCH_MEDIA_TYPE, LOST), captured(pcapngOf(3))];
    const nat = madeRun('features/nat.feature', 'NAT', [
      { name: 'reaches the internet', line: 3, tags: ['@nat'], attachments: [verdict('held')] },
      {
        name: 'is hidden',
        line: 9,
        status: 'FAILED',
        attachments: [verdict('violated', 'lost'), ...evidence],
      },
    ]);
    const bad = hostileLine('any');
    const attachments = [
      verdict('violated', bad),
      attached(MISMATCH_MEDIA_TYPE, { ...LOST, cause: bad }),
    ];
    const hostile = madeRun('features/x.feature', bad, [{ name: bad, line: 3, attachments }]);
    for (const message of [...allOf(nat), ...allOf(hostile)]) page.take(message);
    page.finish();
  });
  after(() => rmSync(folder, { recursive: true }));

  const VISIBLE = `[...document.querySelectorAll('.scenario')]
    .filter((one) => one.checkVisibility()).map(({ id }) => id)`;

  /** What is to be read there, in the language that is shown. */
  const said = (selector: string) => `document.querySelector('${selector}').innerText`;

  it('finds scenarios, and its address remembers what was searched for', async () => {
    const { page, deeds } = await chromium.open(file);
    await page.type('[name="q"]', 'HIDDEN');
    expect(await page.evaluate(VISIBLE)).to.deep.equal(['s-nat-9']);
    expect(await page.evaluate('location.hash')).to.equal('#q=HIDDEN');
    expect(await page.evaluate(said('#find output'))).to.equal('1 of 3 scenarios');
    await page.click('[name="clear"]');
    expect(await page.evaluate(VISIBLE)).to.have.length(3);
    const again = await chromium.open(file, { after: '#verdict=held&tag=%40nat' });
    expect(await again.page.evaluate(VISIBLE)).to.deep.equal(['s-nat-3']);
    expect([...deeds, ...again.deeds]).to.deep.equal([]);
  });

  it('unfolds the evidence of the scenario that its address names', async () => {
    const { page, deeds } = await chromium.open(file, { after: '#s-nat-9' });
    await page.waitForSelector('#s-nat-9[open] .mismatch');
    await page.waitForSelector('#s-nat-9 .scenario-made button');
    expect(await page.evaluate('location.hash')).to.equal('#open=s-nat-9');
    expect(deeds).to.deep.equal([]);
  });

  it('speaks the language of the browser, and the one that is chosen', async () => {
    const { page } = await chromium.open(file, { language: 'ko' });
    const heading = () => page.evaluate(said('#failures'));
    expect(await heading()).to.equal('성립하지 않은 시나리오');
    await page.click('button[data-language="en"]');
    expect(await heading()).to.equal('What did not hold');
    expect(await page.evaluate('location.hash')).to.equal('#lang=en');
  });

  it('runs nothing that others wrote, and asks nobody for anything', async () => {
    const { page, deeds } = await chromium.open(file, { after: '#s-x-3' });
    await page.waitForSelector('#s-x-3 .mismatch');
    await page.waitForNetworkIdle({ idleTime: 50 });
    expect(deeds).to.deep.equal([]);
  });
});
