/**
 * The referee itself: a page that does what it must not is caught at it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { chromiumFor } from './chromium';
import { FIRED } from './watched-page';

describe('the referee Chromium', function () {
  const chromium = chromiumFor(this);
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-chromium-'));
  const file = join(folder, 'page.html');

  after(() => rmSync(folder, { recursive: true }));

  it('has nothing to say of a page that keeps to itself', async () => {
    writeFileSync(
      file,
      '<!doctype html><title>a</title><img alt="" src="data:image/gif;base64,R0">',
    );
    const { page, deeds } = await chromium.open(file, { theme: 'dark', language: 'ko' });
    const seen = `[document.title, navigator.language,
      matchMedia('(prefers-color-scheme: dark)').matches, innerWidth]`;
    expect(await page.evaluate(seen)).to.deep.equal(['a', 'ko', true, 1280]);
    expect(deeds).to.deep.equal([]);
  });

  it('writes down requests, scripts, dialogs and errors', async () => {
    writeFileSync(
      file,
      `<img src="http://203.0.113.1/a.png" onerror="${FIRED}('image')"><script>alert('b'); nobody()</script>`,
    );
    const { page, deeds } = await chromium.open(file);
    await page.waitForNetworkIdle({ idleTime: 100 });
    const kinds = deeds.map(({ kind }) => kind).sort();
    expect(deeds).to.deep.include({ kind: 'request', what: 'http://203.0.113.1/a.png' });
    expect([...new Set(kinds)]).to.deep.equal(['dialog', 'error', 'request', 'script']);
  });

  it('writes down what the policy of a page forbade', async () => {
    const policy = "default-src 'none'; script-src 'none'";
    writeFileSync(
      file,
      `<meta http-equiv="Content-Security-Policy" content="${policy}"><img src="http://203.0.113.1/a.png">
       <script>${FIRED}('script')</script>`,
    );
    const { page, deeds } = await chromium.open(file);
    await page.waitForNetworkIdle({ idleTime: 100 });
    const policies = deeds.filter(({ kind }) => kind === 'policy').map(({ what }) => what);
    expect(policies.sort()).to.deep.equal([
      'img-src: http://203.0.113.1/a.png',
      'script-src-elem: inline',
    ]);
    expect(deeds.filter(({ kind }) => kind === 'script')).to.deep.equal([]);
  });
});
