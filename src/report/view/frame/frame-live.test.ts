/** The three panes in a real browser: what pointer and keys do in them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import type { PageCapture } from '../../model/capture';
import { chromiumFor } from '../../testing/chromium';
import { longCapture, pingCapture } from '../../testing/made-captures';

const APP = `
  import { h, render } from 'preact';
  import { useState } from 'preact/hooks';
  import { FramePanes } from './frame-panes';
  function App() {
    const [selected, onSelect] = useState(SELECTED);
    return h(FramePanes, { capture: CAPTURE, selected, onSelect });
  }
  render(h(App), document.body);
`;

const LIT = `[...document.querySelectorAll('.frame-lit')].map((lit) => lit.textContent)`;
const FOCUSED = `document.activeElement.textContent`;

describe('the three panes in a browser', function () {
  const chromium = chromiumFor(this);
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-frames-'));
  let script = '';

  before(async () => {
    const stdin = { contents: APP, resolveDir: __dirname };
    const jsx = { jsx: 'automatic', jsxImportSource: 'preact' } as const;
    const { outputFiles } = await build({ stdin, ...jsx, bundle: true, write: false });
    script = outputFiles[0]?.text ?? '';
  });

  after(() => rmSync(folder, { recursive: true }));

  async function open(capture: PageCapture, selected?: number): Promise<Page> {
    const file = join(folder, 'panes.html');
    const data = `CAPTURE = ${JSON.stringify(capture)}; SELECTED = ${selected}`;
    const scripts = [data, script].map((text) => `<script>${text}</script>`).join('');
    writeFileSync(file, `<!doctype html><html lang="en"><meta charset="utf-8"><body>${scripts}`);
    const { page, deeds } = await chromium.open(file);
    expect(deeds).to.deep.equal([]);
    return page;
  }

  it('light the bytes of a field that is pointed at, and the field of a byte', async () => {
    const page = await open(pingCapture(), 2);
    const source = await page.waitForSelector(
      '::-p-xpath(//*[@role="treeitem"][contains(., "Source Address: 192")])',
    );
    await source?.hover();
    expect(await page.evaluate(LIT)).to.include.members([
      'Source Address: 192.168.10.101',
      'c0',
      '65',
    ]);
    await page.hover('td[data-at="22"]');
    expect(await page.evaluate(LIT)).to.deep.equal(['Time to Live: 64', '40', '@']);
  });

  it('are walked by keys: frames, fields, bytes', async () => {
    const page = await open(pingCapture(), 2);
    const press = async (
      ...keys: readonly ('Tab' | 'ArrowDown' | 'ArrowRight')[]
    ): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.focus('.frame-row[tabindex="0"]');
    await press('ArrowDown', 'Tab', 'ArrowDown', 'ArrowRight', 'ArrowDown');
    expect(await page.evaluate(FOCUSED)).to.contain('Header Length: 20 bytes (5)');
    await press('Tab', 'ArrowRight', 'ArrowDown');
    expect(await page.evaluate(LIT)).to.include('Destination Address: 192.168.10.10');
    expect(await page.evaluate(`document.activeElement.dataset.at`)).to.equal('31');
  });

  it('keep the focus in a list that draws other rows', async () => {
    const page = await open(longCapture(500));
    await page.focus('.frame-row[tabindex="0"]');
    await page.keyboard.press('End');
    expect(await page.evaluate(FOCUSED)).to.match(/^500/);
  });
});
