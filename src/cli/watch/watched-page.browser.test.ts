/**
 * The report of a watch in a real browser: an open tab shows each run as soon as it is over, and whoever reads
 * it stays where he was.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { chromiumFor } from '../../report/testing/chromium';
import { POD, pings, Watching } from './watching.fixture';

const LAST = 's-a-43';

describe('the report of a watch, in Chromium', function () {
  const chromium = chromiumFor(this);
  const watching = new Watching();
  let address = '';

  const feature = (target: string): string => {
    const names = Array.from({ length: 8 }, (_, at) => [`one ${at}`, '8.8.8.8']);
    return pings({ ...Object.fromEntries(names), last: target });
  };

  before(async () => {
    watching.write('features/manifests/pod.yaml', POD);
    watching.write('features/a.feature', feature('8.8.8.8'));
    watching.write('features/b.feature', pings({ other: '8.8.8.8' }));
    address = await watching.start();
  });
  after(() => watching.clear());

  it('is the page on the disk, which refreshes itself after each run', async () => {
    const { page, deeds } = await chromium.open(address);
    expect(await page.title()).to.equal('10 scenarios: 10 held');
    const begun = performance.now();
    watching.write('features/b.feature', pings({ other: '8.8.8.9' }));
    await titled(page, '10 scenarios: 9 held, 1 violated');
    const taken = performance.now() - begun;
    process.stdout.write(`      (it was refreshed ${taken.toFixed(0)} ms after the save)\n`);
    watching.write('features/b.feature', pings({ other: '8.8.8.8', another: '8.8.8.8' }));
    await titled(page, '11 scenarios: 11 held');
    const strange = deeds.filter(
      ({ kind, what }) => kind !== 'request' || what !== `${address}runs`,
    );
    expect(strange).to.deep.equal([]);
    const file = readFileSync(watching.path('reports/index.html'), 'utf8');
    expect(file).not.to.contain('EventSource');
    expect(file).to.contain('Each verdict is of the last time that its scenario was run');
  });

  it('keeps what is open, and its place in the window', async () => {
    const { page } = await chromium.open(address);
    await page.click('#s-a-8 > summary');
    await page.click(`#${LAST} > summary`);
    await page.waitForSelector(`#${LAST} .walk-player`);
    await page.evaluate(`document.getElementById('${LAST}').scrollIntoView()`);
    await page.mouse.wheel({ deltaY: 300 });
    await pause(200);
    const before = await placeOf(page);
    expect(before.top).to.be.below(-200);
    watching.write('features/b.feature', pings({ other: '8.8.8.9' }));
    await titled(page, '10 scenarios: 9 held, 1 violated');
    await page.waitForSelector(`#${LAST} .walk-player`);
    await pause(200);
    expect(await placeOf(page)).to.deep.equal(before);
  });

  it('shows the captures, and nothing else of the folder, to this machine only', async () => {
    const { page } = await chromium.open(address);
    const files = [
      'captures/a-3.pcapng',
      'messages.ndjson',
      'captures/..%2fjunit.xml',
      'captures/',
    ];
    const statuses = await page.evaluate(
      `Promise.all(${JSON.stringify(files)}.map(async (file) => (await fetch(file)).status))`,
    );
    expect(statuses).to.deep.equal([200, 404, 404, 404]);
    const { status } = await fetch(address.replace('127.0.0.1', 'localhost'));
    expect(status).to.equal(200);
  });

  async function titled(page: Page, title: string): Promise<void> {
    await page.waitForFunction(`document.title === ${JSON.stringify(title)}`, { timeout: 15_000 });
  }

  interface Place {
    readonly top: number;
    readonly open: readonly string[];
  }

  async function placeOf(page: Page): Promise<Place> {
    const place = await page.evaluate(`({
      top: Math.round(document.getElementById('${LAST}').getBoundingClientRect().top),
      open: [...document.querySelectorAll('.scenario[open]')].map(({ id }) => id),
    })`);
    return place as Place;
  }
});
