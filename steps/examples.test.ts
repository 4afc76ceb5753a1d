/**
 * Runs the example of every sentence as a scenario, on the simulator: documentation that does not hold
 * is no documentation.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { catalogue } from './index';
import { type Language, wordingIn } from './support/catalogue';
import { KEYWORDS } from './support/keywords';
import { failuresIn, runFeatures } from './support/run-features';

function exampleFeature(language: Language): string {
  const { feature, scenario } = KEYWORDS[language];
  const scenarios = catalogue().entries.map(
    (entry) => `  ${scenario}: ${entry.id}\n      ${wordingIn(entry, language).example.trim()}\n`,
  );
  return `# language: ${language}\n${feature}: The examples of the catalogue\n\n${scenarios.join('\n')}`;
}

describe('the examples of the catalogue', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  after(() => rmSync(folder, { recursive: true }));

  for (const language of ['en', 'ko'] as const) {
    it(`hold, every one (${language})`, async function () {
      this.timeout(60_000);
      const path = join(folder, `examples.${language}.feature`);
      writeFileSync(path, exampleFeature(language));
      expect(failuresIn(await runFeatures([path], 'sim'))).to.deep.equal([]);
    });
  }
});
