/**
 * Makes the pictures of the README and the site (`npm run screenshots`): the report of the three stories and of a
 * network that was broken, seen by Chromium. Times are taken out, so that the same program makes the
 * same pictures.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package/package-root';
import { type Reader, type StartedChromium, startChromium } from './chromium';
import { BROKEN_FEATURE, Desk, STORIES } from './desk';

const PICTURES = join(packageRoot(), 'docs', 'pictures');

const RUN = ['reports', 'index.html'];
const CLASS = ['class', 'graded', 'class.html'];

interface Picture {
  readonly name: string;
  /** The run's page where nothing is said. */
  readonly page?: readonly string[];
  readonly reader: Reader;
  /** Of what the picture is; all that fits a window where it is not said. */
  readonly selector?: string;
}

const SIZE = { width: 1280, height: 900 };
const VIOLATED = '#s-broken-5';
/** A ping from one node to another, and back. */
const HELD = '#s-encapsulation-ipip-8';

const PICTURES_WANTED: readonly Picture[] = [
  { name: 'overview', reader: SIZE },
  { name: 'overview-korean', reader: { ...SIZE, language: 'ko' } },
  { name: 'packet-walk', reader: { ...SIZE, after: HELD }, selector: `${HELD} .walk` },
  {
    name: 'packet-walk-korean',
    reader: { ...SIZE, language: 'ko', after: HELD },
    selector: `${HELD} .walk`,
  },
  {
    name: 'violated-light',
    reader: { ...SIZE, theme: 'light', after: VIOLATED },
    selector: VIOLATED,
  },
  {
    name: 'violated-dark',
    reader: { ...SIZE, theme: 'dark', after: VIOLATED },
    selector: VIOLATED,
  },
  {
    name: 'violated-korean',
    reader: { ...SIZE, theme: 'light', language: 'ko', after: VIOLATED },
    selector: VIOLATED,
  },
  { name: 'class', page: CLASS, reader: SIZE },
  { name: 'class-korean', page: CLASS, reader: { ...SIZE, language: 'ko' } },
];

async function main(): Promise<void> {
  const desk = new Desk();
  const chromium = await startChromium();
  try {
    desk.copy(STORIES);
    desk.write('features/broken.feature', BROKEN_FEATURE);
    desk.calicumber('run');
    desk.gradeDemo('class');
    mkdirSync(PICTURES, { recursive: true });
    for (const picture of PICTURES_WANTED) await take(chromium, desk, picture);
  } finally {
    await chromium.close();
    desk.clear();
  }
}

async function take(chromium: StartedChromium, desk: Desk, picture: Picture): Promise<void> {
  const { name, page: place = RUN, reader, selector = 'body' } = picture;
  const { page } = await chromium.open(desk.path(...place), reader);
  await page.waitForNetworkIdle({ idleTime: 200 });
  await page.evaluate(
    "for (const time of document.querySelectorAll('time')) time.textContent = ''",
  );
  const path = join(PICTURES, `${name}.png`) as `${string}.png`;
  const target = await page.$(selector);
  if (selector === 'body' || target === null) await page.screenshot({ path });
  else await target.screenshot({ path });
}

void main();
