/**
 * The lint finds every flaw of a set of flawed features, and nothing in what this project itself wrote.
 * `UPDATE_GOLDEN=1` writes the table of flaws anew; read its diff.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import '../../steps';
import { catalogue } from '../../steps/support/catalogue';
import { applyEdits } from '../spec/place';
import { fixFeature } from './fix-feature';
import type { Finding } from './rule';
import { RULES } from './rules/index';
import { exampleFeature } from './testing/examples.fixture';
import { lint } from './testing/project.fixture';

const ROOT = join(__dirname, '..', '..');
const FLAWED = join(__dirname, 'flawed');
const GOLDEN = join(FLAWED, 'findings.golden.json');

function featuresIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.feature'))
    .sort()
    .map((name) => join(folder, name));
}

function textOf(path: string): string {
  return readFileSync(path, 'utf8');
}

/** `no-control 7`: the rule and the line. */
function inShort({ rule, place }: Finding): string {
  return `${rule.id} ${place.line}`;
}

describe('the lint', () => {
  const flawed = featuresIn(FLAWED).map((path) => ({ path, text: textOf(path) }));

  it('finds every flaw of flawed features, at its line, and nothing else', () => {
    const found = Object.fromEntries(
      flawed.map(({ path, text }) => [basename(path, '.feature'), lint(path, text).map(inShort)]),
    );
    if (process.env['UPDATE_GOLDEN'] === '1' || !existsSync(GOLDEN)) {
      writeFileSync(GOLDEN, `${JSON.stringify(found, undefined, 2)}\n`);
    }
    expect(flawed.length).to.be.at.least(40);
    expect(Object.values(found).filter((findings) => findings.length === 0)).to.deep.equal([]);
    expect(found).to.deep.equal(JSON.parse(textOf(GOLDEN)));
  });

  it('has a flawed feature for every rule but the one that the catalogue never needs', () => {
    const found = new Set(
      flawed.flatMap(({ path, text }) => lint(path, text).map((it) => it.rule.id)),
    );
    const idle = RULES.map(({ id }) => id).filter((id) => !found.has(id));
    // Of the sentences that there are no two fit the same line, which a test of theirs holds.
    expect(idle).to.deep.equal(['ambiguous-step']);
  });

  it("finds nothing in the project's own features and courses", () => {
    const courses = featuresIn(join(ROOT, 'courses')).filter((path) => !path.includes('/hostile/'));
    const own = [...featuresIn(join(ROOT, 'features')), ...courses];
    const found = own.flatMap((path) => lint(path, textOf(path)).map((it) => [path, inShort(it)]));
    expect(own.length).to.be.greaterThan(40);
    expect(found).to.deep.equal([]);
  });

  it('finds nothing in the examples of the catalogue, in either language', () => {
    const found = catalogue().entries.flatMap(({ id, wordings }) =>
      wordings.flatMap((wording) =>
        lint('features/x.feature', exampleFeature(wording)).map((it) => [id, inShort(it)]),
      ),
    );
    expect(found).to.deep.equal([]);
  });

  it('says in one line what is wrong, and what to do', () => {
    const findings = flawed.flatMap(({ path, text }) => lint(path, text));
    const odd = findings.filter(
      ({ message }) => message === '' || /\n|undefined|\.$/.test(message),
    );
    expect(odd.map(({ message }) => message)).to.deep.equal([]);
    const silent = RULES.filter(({ says, help }) => !says.endsWith('.') || !help.endsWith('.'));
    expect(silent).to.deep.equal([]);
  });

  it('offers the control that is missing, in the language of the feature', () => {
    const offered = ['fails-without-control', 'control-the-other-way', 'ko-without-control'].map(
      (name) => {
        const path = join(FLAWED, `${name}.feature`);
        const [finding] = lint(path, textOf(path));
        const made = applyEdits(textOf(path), finding?.fix?.edits ?? []);
        const line = made.split('\n').find((text, at) => text !== textOf(path).split('\n')[at]);
        return [finding?.fix?.isSafe, line, lint(path, made).map(inShort)];
      },
    );
    expect(offered).to.deep.equal([
      [false, '    Given the ping from pod1 to pod2 succeeds', []],
      [false, '    Given the connection from pod1 to pod2 on TCP port 80 succeeds', []],
      [false, '    먼저 pod1에서 8.8.8.8로 보내는 핑이 성공한다', []],
    ]);
  });

  describe('with --fix', () => {
    const fixed = flawed.map(({ path, text }) => ({
      path,
      ...fixFeature(text, (changed) => lint(path, changed)),
    }));

    it('leaves nothing that it could put right, and is done after one time', () => {
      for (const { path, text, findings } of fixed) {
        expect(findings.filter(({ fix }) => fix?.isSafe)).to.deep.equal([]);
        expect(fixFeature(text, (changed) => lint(path, changed)).text).to.equal(text);
      }
    });

    it('brings nothing to light that was not there before', () => {
      for (const { path, findings } of fixed) {
        const before = lint(path, textOf(path)).map(({ rule }) => rule.id);
        expect(findings.filter(({ rule }) => !before.includes(rule.id)).map(inShort)).to.deep.equal(
          [],
        );
      }
    });

    it('changes the lines of its fixes and no other byte', () => {
      const windows =
        'Feature: F\r\n\r\n  Scenario: S  \r\n    Given the lab kans\r\n    When 3 s pass\r\n';
      const { text } = fixFeature(windows, (changed) => lint('features/x.feature', changed));
      expect(text).to.equal(windows.replace('the lab kans', 'the lab "kans"'));
    });

    it('puts the keyword right, and that of the And behind it', () => {
      const text = textOf(join(FLAWED, 'done-under-then.feature'));
      const { text: made } = fixFeature(text, (changed) => lint('features/x.feature', changed));
      expect(made.split('\n').slice(5, 8)).to.deep.equal([
        '    Then the ping succeeds',
        '    When pod1 pings pod2',
        '    Then on the cali interface of pod1 no ARP frame is seen',
      ]);
    });
  });
});
