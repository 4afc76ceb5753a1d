/**
 * A real Chromium as the referee of our pages: driven by puppeteer over the DevTools protocol, without
 * a window, with a profile of its own that goes with it, and with nobody to talk to. What a page tries
 * all the same (requests, dialogs, windows, what its policy forbade) is written down.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { type Deed, watch } from './watched-page';

/** In the order of preference; Debian's is called chromium. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Nobody but this machine is called, not even by the browser itself; fonts are drawn the same everywhere. */
const SWITCHES = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

/** What the reader of a page prefers. */
export interface Reader {
  readonly theme?: 'light' | 'dark';
  /** The browser's language. */
  readonly language?: 'en' | 'ko';
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** What stands after the file's name: `?q=nat#…`. */
  readonly after?: string;
}

export interface OpenPage {
  readonly page: Page;
  /** What the page did that no page of ours does, in the order in which it did it. */
  readonly deeds: readonly Deed[];
}

export interface Chromium {
  /**
   * A tab of its own; motion is reduced, so that nothing moves while it is looked at.
   * @param place a file, or an address of this machine that begins with `http:`
   */
  open(place: string, reader?: Reader): Promise<OpenPage>;
}

/** A browser that whoever started it closes. */
export interface StartedChromium extends Chromium {
  close(): Promise<void>;
}

/**
 * One browser for all tests of a suite, from its first to its last. Where there is none the suite is
 * skipped with a notice; with `CALICUMBER_COMPULSORY=1` it fails.
 */
export function chromiumFor(suite: Mocha.Suite): Chromium {
  let chromium: StartedChromium | undefined;
  suite.timeout(60_000);
  suite.beforeAll('a browser', async function () {
    if (findChromium() === undefined && process.env['CALICUMBER_COMPULSORY'] !== '1') {
      process.stdout.write('      (skipped: chromium is not installed)\n');
      this.skip();
    }
    chromium = await startChromium();
  });
  suite.afterAll('the browser', () => chromium?.close());
  return {
    open(place, reader) {
      if (chromium === undefined) throw new Error('the browser is there within tests only');
      return chromium.open(place, reader);
    },
  };
}

/** @throws Error where there is none */
export async function startChromium(): Promise<StartedChromium> {
  const program = findChromium();
  if (program === undefined) throw new Error('chromium is not installed');
  const isRoot = process.getuid?.() === 0;
  const args = [...SWITCHES, ...(isRoot ? ['--no-sandbox'] : [])];
  const browser = await launch({ executablePath: program, headless: true, args });
  return {
    open: (place, reader = {}) => open(browser, place, reader),
    close: () => browser.close(),
  };
}

/** The program that `CALICUMBER_CHROMIUM` names, or the first on PATH. */
function findChromium(): string | undefined {
  const { CALICUMBER_CHROMIUM: named, PATH = '' } = process.env;
  if (named !== undefined) return named;
  return NAMES.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name))).find(
    isProgram,
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function open(browser: Browser, place: string, reader: Reader): Promise<OpenPage> {
  const { theme = 'light', language = 'en', width = 1280, height = 900, after = '' } = reader;
  const page = await browser.newPage();
  const address = place.startsWith('http:') ? place : pathToFileURL(place).href;
  const deeds = await watch(page, address);
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  const session = await page.createCDPSession();
  const userAgent = await browser.userAgent();
  await session.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: language });
  await page.goto(`${address}${after}`);
  return { page, deeds };
}
