/**
 * What the documents show of classes and of real kernels is so, too.
 */
import { expect } from 'chai';
import { skipWhereImpossible } from '../driver/netns/testing/only-where-possible';
import { DocumentDesk } from './testing/document-desk';
import { SHOWN_PAGES } from './testing/shown-pages';
import { tryCommands } from './testing/try-commands';

for (const [what, word] of [
  ['takes long', 'long'],
  ['wants a real kernel', 'netns'],
] as const) {
  describe(`what the documents show that ${what}`, function () {
    this.timeout(300_000);
    if (word === 'netns') before(skipWhereImpossible);
    const desks = new Map(SHOWN_PAGES.map((page) => [page, new DocumentDesk()]));
    after(() => {
      for (const desk of desks.values()) desk.clear();
    });

    it('is printed so', () => {
      expect(tryCommands(desks, ({ words }) => words.includes(word))).to.deep.equal([]);
    });
  });
}
