/**
 * Every mutant is noticed by somebody: the golden table names, for each, one shipped scenario that an
 * assertion turns red on it. UPDATE_GOLDEN=1 runs all features on all mutants and writes the table anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { MUTANTS } from '../../src/faults/mutants/index';
import { type JudgedScenario, judge } from './judged.fixture';

const GOLDEN = join(__dirname, 'caught-by.golden.json');

const FEATURES = [
  ...['address', 'link', 'routing', 'encapsulation', 'nat', 'faults'].map(
    (unit) => `features/${unit}`,
  ),
  'features/tools/nodes-for-pods.feature',
];

interface Catch {
  readonly feature: string;
  readonly scenario: string;
}

/** An engine that breaks is no mutant: nobody learns from an error in a program. */
const BUG = /^(Error|TypeError|RangeError|InvariantError)\b/;

describe('the mutants', () => {
  before(async function () {
    if (process.env['UPDATE_GOLDEN'] === undefined) return;
    this.timeout(120_000);
    const table: Record<string, Catch> = {};
    for (const { name, unit } of MUTANTS) {
      const red = (await judge(FEATURES, name)).filter(({ verdict }) => verdict === 'violated');
      const best = red.find(({ feature }) => feature.startsWith(`features/${unit}/`)) ?? red[0];
      if (best !== undefined) table[name] = { feature: best.feature, scenario: best.scenario };
    }
    writeFileSync(GOLDEN, `${JSON.stringify(table, undefined, 2)}\n`);
  });

  it('are at least forty, each by its own name', () => {
    const names = MUTANTS.map(({ name }) => name);
    expect(names.length).to.be.at.least(40);
    expect(new Set(names).size).to.equal(names.length);
  });

  it('say in both languages what somebody believes, and where to look', () => {
    const texts = MUTANTS.flatMap(({ misconception, hint }) => [misconception, hint]);
    for (const { en, ko } of texts) {
      expect(en).to.match(/^[A-Za-z].*[.?]$/);
      expect(ko).to.match(/\p{Script=Hangul}.*[.?]$/u);
    }
  });

  it('are all in the table of who catches them', () => {
    expect(Object.keys(golden()).sort()).to.deep.equal(MUTANTS.map(({ name }) => name).sort());
  });

  for (const { name } of MUTANTS) {
    it(`${name} is caught`, async () => {
      const { feature, scenario } = golden()[name] ?? { feature: '', scenario: '' };
      const judged = await judge([feature], name);
      expect(verdictOf(judged, scenario)).to.equal('violated');
      expect(judged.filter(({ why }) => BUG.test(why))).to.deep.equal([]);
    }).timeout(10_000);
  }

  it('are caught by scenarios that hold on the right engine', async () => {
    const catches = Object.values(golden());
    const judged = await judge([...new Set(catches.map(({ feature }) => feature))]);
    const loose = catches.filter(({ scenario }) => verdictOf(judged, scenario) !== 'held');
    expect(loose).to.deep.equal([]);
  }).timeout(20_000);
});

function golden(): Readonly<Record<string, Catch>> {
  return JSON.parse(readFileSync(GOLDEN, 'utf8'));
}

function verdictOf(judged: readonly JudgedScenario[], name: string): string | undefined {
  return judged.find(({ scenario }) => scenario === name)?.verdict;
}
