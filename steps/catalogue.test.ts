/**
 * The catalogue, held together: documented, unambiguous, complete, and with the wordings that are promised.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { expect } from 'chai';
import { catalogue } from './index';
import type { Wording } from './support/catalogue';
import { stepReader } from './support/read-step';

/** The steps of an example, without keywords, tables and doc strings. */
function stepsIn({ language, example }: Pick<Wording, 'language' | 'example'>): readonly string[] {
  const parser = new Parser(
    new AstBuilder(IdGenerator.incrementing()),
    new GherkinClassicTokenMatcher(language),
  );
  const { feature } = parser.parse(FRAMES[language](example));
  return (
    feature?.children.flatMap(({ scenario }) => scenario?.steps ?? []).map(({ text }) => text) ?? []
  );
}

const FRAMES = {
  en: (example: string) => `Feature: F\nScenario: S\n${example}`,
  ko: (example: string) => `기능: F\n시나리오: S\n${example}`,
};

const readStep = stepReader();

/** The ids of all sentences that a step could be. */
function idsFor(step: string): readonly string[] {
  return readStep(step).map(({ entry }) => entry.id);
}

/** Every sentence in every language. */
function wordings(): readonly (Wording & { readonly id: string })[] {
  return catalogue().entries.flatMap((entry) =>
    entry.wordings.map((wording) => ({ id: entry.id, ...wording })),
  );
}

describe('the catalogue', () => {
  it('gives every sentence an id of its own, a sentence of documentation and an example', () => {
    const { entries } = catalogue();
    expect(new Set(entries.map(({ id }) => id)).size).to.equal(entries.length);
    const poor = wordings().filter(
      ({ says, example }) => !/\.$/.test(says) || example.trim() === '',
    );
    expect(poor.map(({ id }) => id)).to.deep.equal([]);
  });

  it('shows every sentence in its own example', () => {
    const strangers = wordings().filter(
      (wording) =>
        !stepsIn(wording).some((step) =>
          readStep(step).some(
            (match) => match.entry.id === wording.id && match.wording.language === wording.language,
          ),
        ),
    );
    expect(strangers.map(({ id, language }) => [id, language])).to.deep.equal([]);
  });

  it('reads every step of every example in exactly one way', () => {
    const steps = wordings().flatMap(stepsIn);
    const unclear = [...new Set(steps)].filter((step) => idsFor(step).length !== 1);
    expect(unclear.map((step) => [step, ...idsFor(step)])).to.deep.equal([]);
  });

  it('has a stimulus and an assertion in every example', () => {
    const kindOf = (step: string) => readStep(step)[0]?.entry.kind;
    const lame = wordings().filter((wording) => {
      const kinds = stepsIn(wording).map(kindOf);
      return !(kinds.includes('when') && kinds.includes('then'));
    });
    expect(lame.map(({ id, language }) => [id, language])).to.deep.equal([]);
  });

  it('says everything in every language', () => {
    const silent = catalogue().entries.filter(({ wordings: [, ...others] }) => others.length !== 1);
    expect(silent.map(({ id }) => id)).to.deep.equal([]);
  });

  it('gives the function of a step each argument once, whatever the order of the words', () => {
    const count = (pattern: string) => pattern.match(/\{/g)?.length ?? 0;
    const torn = wordings().filter(({ pattern, order }) => {
      if (order === undefined) return false;
      const places = [...order].sort();
      return places.some((place, at) => place !== at) || places.length !== count(pattern);
    });
    expect(torn.map(({ id }) => id)).to.deep.equal([]);
  });

  it('takes the same kinds of argument in every language', () => {
    const kinds = (pattern: string) => pattern.match(/\{[^}]*\}/g) ?? [];
    const torn = catalogue().entries.filter(({ pattern, wordings: [, ...others] }) =>
      others.some((other) => {
        const there = kinds(other.pattern);
        const inEnglish = kinds(pattern).map((_, at) => there[other.order?.[at] ?? at]);
        return inEnglish.join() !== kinds(pattern).join() || there.length !== inEnglish.length;
      }),
    );
    expect(torn.map(({ id }) => id)).to.deep.equal([]);
  });

  it('uses every kind of argument that it defines', () => {
    const used = catalogue().entries.map(({ pattern }) => pattern);
    const idle = catalogue().parameterTypes.filter(
      ({ name }) => !used.some((pattern) => pattern.includes(`{${name}}`)),
    );
    expect(idle.map(({ name }) => name)).to.deep.equal([]);
  });

  it('is complete: every file of sentences is listed in index.ts', () => {
    const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.steps.ts'))
      .map((file) => join(__dirname, file));
    expect(files.filter((file) => require.cache[file] === undefined)).to.deep.equal([]);
  });

  it('keeps the wordings that others build on', () => {
    const fixed: readonly (readonly [string, string])[] = [
      ['the lab "kans"', 'lab'],
      ['the manifests "two-pods-one-node"', 'manifests.file'],
      ['the manifests:', 'manifests.text'],
      ['pod1 on k8s-w1 pings pod2 on k8s-w2', 'ping.pod'],
      ['pod1 pings pod2', 'ping.pod'],
      ['shop/pod1 pings shop/pod2', 'ping.pod'],
      ['pod1 pings 8.8.8.8', 'ping.address'],
      ['natOutgoing of pool default-ipv4-ippool is set to false', 'pool.set'],
      ['the ping succeeds', 'ping.succeeds'],
      ['the ping fails', 'ping.fails'],
      ['between k8s-w1 and k8s-w2 the packet is encapsulated with IPIP', 'encapsulated'],
    ];
    expect(fixed.map(([step]) => [step, ...idsFor(step)])).to.deep.equal(fixed);
  });
});
