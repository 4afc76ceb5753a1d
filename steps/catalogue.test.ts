/**
 * The catalogue, held together: documented, unambiguous, complete, and with the wordings that are promised.
 */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect } from 'chai';
import { catalogue } from './index';
import { stepReader } from './support/read-step';

/** The steps of an example or a feature, without keywords, tables and doc strings. */
function stepsIn(text: string): readonly string[] {
  const outside = text.replace(/"""[\s\S]*?"""/g, '');
  return outside.split('\n').flatMap((line) => {
    const [, step] = /^\s*(?:Given|When|Then|And|But) (.*?)\s*$/.exec(line) ?? [];
    return step === undefined ? [] : [step];
  });
}

const readStep = stepReader();

/** The ids of all sentences that a step could be. */
function idsFor(step: string): readonly string[] {
  return readStep(step).map(({ entry }) => entry.id);
}

describe('the catalogue', () => {
  it('gives every sentence an id of its own, a sentence of documentation and an example', () => {
    const { entries } = catalogue();
    expect(new Set(entries.map(({ id }) => id)).size).to.equal(entries.length);
    const poor = entries.filter(({ says, example }) => !/\.$/.test(says) || example.trim() === '');
    expect(poor.map(({ id }) => id)).to.deep.equal([]);
  });

  it('shows every sentence in its own example', () => {
    const strangers = catalogue().entries.filter(
      ({ id, example }) => !stepsIn(example).some((step) => idsFor(step).includes(id)),
    );
    expect(strangers.map(({ id }) => id)).to.deep.equal([]);
  });

  it('reads every step of every example in exactly one way', () => {
    const steps = catalogue().entries.flatMap(({ example }) => stepsIn(example));
    const unclear = [...new Set(steps)].filter((step) => idsFor(step).length !== 1);
    expect(unclear.map((step) => [step, ...idsFor(step)])).to.deep.equal([]);
  });

  it('has a stimulus and an assertion in every example', () => {
    const kindOf = (step: string) => readStep(step)[0]?.entry.kind;
    const lame = catalogue().entries.filter(({ example }) => {
      const kinds = stepsIn(example).map(kindOf);
      return !(kinds.includes('when') && kinds.includes('then'));
    });
    expect(lame.map(({ id }) => id)).to.deep.equal([]);
  });

  it('uses every kind of argument that it defines', () => {
    const used = catalogue().entries.map(({ pattern }) => pattern);
    const idle = catalogue().parameterTypes.filter(
      ({ name }) => !used.some((pattern) => pattern.includes(`{${name}}`)),
    );
    expect(idle.map(({ name }) => name)).to.deep.equal([]);
  });

  it('is complete: every file of sentences is listed in index.ts', () => {
    const files = readdirSync(__dirname).filter((file) => file.endsWith('.steps.ts'));
    const loaded = Object.keys(require.cache).map((path) => basename(path));
    expect(files.filter((file) => !loaded.includes(file))).to.deep.equal([]);
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
