/** Formatting: it says the same, and is done after one time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import '../../steps';
import { catalogue } from '../../steps/support/catalogue';
import { formatFeature } from './format-feature';
import { specReader } from './read-spec';

const ROOT = join(__dirname, '..', '..');

function texts(): readonly string[] {
  const written = ['features', 'courses', 'templates']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(ROOT, folder, name),
      ),
    )
    .filter((path) => path.endsWith('.feature'))
    .map((path) => readFileSync(path, 'utf8'));
  const examples = catalogue().entries.flatMap(({ wordings }) =>
    wordings.map(({ language, example }) =>
      language === 'ko'
        ? `# language: ko\n기능: F\n시나리오: S\n${example}\n`
        : `Feature: F\nScenario: S\n${example}\n`,
    ),
  );
  return [...written, ...examples];
}

describe('formatting a feature', () => {
  it('changes nothing of what is run, and nothing when it is done again', () => {
    const read = specReader(() => []);
    const runsOf = (text: string) =>
      read('x.feature', text).runs.map(({ name, steps }) => [
        name,
        ...steps.map(({ kind, text: said, table, docString }) => [
          kind,
          said.text,
          table?.map((row) => row.map((cell) => cell.text)),
          docString?.text,
        ]),
      ]);
    const all = texts();
    expect(all.length).to.be.greaterThan(200);
    for (const text of all) {
      const once = formatFeature(text);
      expect(once.isRefused).to.equal(false);
      expect(formatFeature(once.text).text).to.equal(once.text);
      expect(runsOf(once.text)).to.deep.equal(runsOf(text));
    }
  });

  it('keeps comments, the language, line ends and a byte order mark', () => {
    const text =
      '\uFEFF# language: ko\r\n# 왜\r\n기능: F\r\n시나리오: S\r\n   # 먼저\r\n  만일 x\r\n    |a|b|\r\n';
    expect(formatFeature(text).text).to.equal(
      '\uFEFF# 왜\r\n# language: ko\r\n기능: F\r\n\r\n  시나리오: S\r\n   # 먼저\r\n    만일 x\r\n      | a | b |\r\n',
    );
  });

  it('leaves a text as it is that cannot be read, and says why', () => {
    const { text, problems } = formatFeature('Feature: F\n  Scenario: S\n    Given x\n  bad\n');
    expect(text).to.contain('\n  bad\n');
    expect(problems.map(({ place }) => [place.line, place.column])).to.deep.equal([[4, 3]]);
    expect(formatFeature('').text).to.equal('');
    expect(formatFeature('# only a comment\n').text).to.equal('# only a comment\n');
  });
});
