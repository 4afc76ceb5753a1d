/**
 * Runs all features on engines on which nothing should hold. What holds there all the same must rest on what
 * these engines answer as the living cluster does: what is programmed, and what the API says.
 */
import { expect } from 'chai';
import { VERDICT_MEDIA_TYPE } from '../src/report/model/media-types';
import { DEAD_ENGINES } from './support/dead/index';
import { runFeatures } from './support/run-features';

/** What the scenarios that held on an engine had asked. */
async function questionsOfHeld(driver: string): Promise<readonly (readonly string[])[]> {
  const messages = await runFeatures(['features/**/*.feature'], driver);
  return messages.flatMap(({ attachment }) => {
    if (attachment?.mediaType !== VERDICT_MEDIA_TYPE) return [];
    const { verdict, asked } = JSON.parse(attachment.body);
    return verdict === 'held' ? [asked] : [];
  });
}

for (const { name, where, invents } of DEAD_ENGINES.filter(({ name }) => name !== 'open')) {
  describe(`where ${where}`, () => {
    it('no assertion holds that rests on it', async function () {
      this.timeout(60_000);
      const held = await questionsOfHeld(name);
      // The control: what is alive there is seen, so that the failing of the others says something.
      expect(held.length).to.be.greaterThan(10);
      const made = held.filter((asked) =>
        asked.some((question) => invents.has(question as 'exec')),
      );
      expect(made).to.deep.equal([]);
    });
  });
}
