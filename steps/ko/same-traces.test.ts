/**
 * The stories in Korean are those in English: every packet, every frame, every table that was asked for.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Recorder, type Recording } from '../../src/compare/recorder';
import { watchDrivers } from '../support/drivers';
import { failuresIn, runFeatures } from '../support/run-features';

const FEATURES = join(__dirname, '..', '..', 'features');

const STORIES = readdirSync(join(FEATURES, 'ko'), { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.feature'),
);

/** What was asked and seen in each scenario of some features, in their order. */
async function recordingsOf(paths: readonly string[]): Promise<readonly Recording[]> {
  const recordings: Recording[] = [];
  watchDrivers((driver) => new Recorder(driver, (ended) => recordings.push(ended)));
  try {
    expect(failuresIn(await runFeatures(paths, 'sim'))).to.deep.equal([]);
  } finally {
    watchDrivers(undefined);
  }
  return recordings;
}

describe('the stories in Korean', () => {
  for (const story of STORIES) {
    it(`${story} gives the traces of its English twin`, async function () {
      this.timeout(60_000);
      const twin = join(FEATURES, story);
      expect(existsSync(twin), twin).to.equal(true);
      const korean = await recordingsOf([join(FEATURES, 'ko', story)]);
      expect(korean).not.to.have.length(0);
      expect(korean).to.deep.equal(await recordingsOf([twin]));
    });
  }
});
