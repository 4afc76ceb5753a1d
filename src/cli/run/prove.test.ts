/**
 * The proof that a scenario says something: seeded ones that do not are named, and on which engine.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import { runToJudge } from '../grade/judge/run-features';
import { paintFor } from '../paint';
import { type Proof, prove, tellProof } from './prove';

describe('the proof of a run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  after(() => rmSync(folder, { recursive: true }));

  async function proofOf(scenarios: Readonly<Record<string, string>>): Promise<Proof> {
    const path = join(folder, 'seeded.feature');
    const texts = Object.entries(scenarios).map(([name, steps]) => `Scenario: ${name}\n${steps}`);
    writeFileSync(
      path,
      `Feature: F\nBackground:\nGiven the manifests "two-pods-two-nodes"\n${texts.join('\n')}\n`,
    );
    const record = await runToJudge([path], { seed: 1 });
    const failed = record.scenarios.filter(({ verdict }) => verdict !== 'held');
    expect(failed.map(({ name, why }) => [name, why])).to.deep.equal([]);
    const options = { driver: 'sim', seed: 1, wire: false, patience: 0, evidence: 'none' } as const;
    return prove(record, options);
  }

  /** The names of what says nothing, with where it holds as well. */
  function namesIn({ vacuous }: Proof): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(vacuous.map(({ scenario, where }) => [scenario.name, where]));
  }

  it('names what holds where nothing is seen, and nothing that is sound', async () => {
    const proof = await proofOf({
      'a command that is silent anyway': `When I run on k8s-w1:
        """
        tcpdump -i tunl0 -nn 2> /dev/null
        """
        Then it prints nothing`,
      'a journal of nobody': `When "ip route add 10.9.0.0/24 dev lo" is run on k8s-w1
        And 90 s pass
        Then the routes of k8s-w1 include:
          | destination |
          | 10.9.0.0/24 |`,
      'what is programmed': `When pod1 pings pod2
        Then the routes of pod1 include:
          | destination |
          | default     |`,
      'what the API says': `When pod1 pings pod2
        Then pod1 has the address 172.16.158.1`,
      'what packets do': `When pod1 pings pod2
        Then between k8s-w1 and k8s-w2 the packet is encapsulated with IPIP`,
      'a failure with its control': `Given the ping from pod1 to pod2 succeeds
        When "ip route del 172.16.184.0/24" is run on k8s-w1
        And pod1 pings pod2
        Then the ping fails`,
    });
    expect(namesIn(proof)).to.deep.equal({
      'a command that is silent anyway': ['nothing is seen'],
    });
    expect(proof.weak).to.deep.equal([]);
    expect(proof.tried).to.equal(6);
  });

  it('tells what only says that the network works', async () => {
    const proof = await proofOf({
      weak: 'When pod1 pings pod2\nThen the ping succeeds',
      strong: 'When pod1 pings pod2\nThen the ping succeeds\nAnd the reply arrives with TTL 62',
    });
    expect(proof.vacuous).to.deep.equal([]);
    expect(proof.weak.map(({ name }) => name)).to.deep.equal(['weak']);
  });

  it('is told with names, places and what to do', async () => {
    const proof = await proofOf({
      silent: 'When I run on k8s-w1:\n"""\ntrue\n"""\nThen it prints nothing',
      weak: 'When pod1 pings pod2\nThen the ping succeeds',
    });
    const path = relative('.', join(folder, 'seeded.feature'));
    expect(tellProof(proof, paintFor(false)).join('\n')).to.equal(
      [
        'says nothing: silent',
        `  ${path}:4`,
        '    it holds as well where nothing is seen; assert what only a living network',
        '    shows: that a ping succeeds, where a packet was seen, what a table holds',
        'proof: 1 of 2 scenarios that held say something (tried where nothing is delivered, nothing is seen, everything is delivered)',
        '1 holds on any network that delivers everything: that it works is said, not how',
        `  ${path}:10 weak`,
      ].join('\n'),
    );
  });

  it('has nothing to try where nothing held', async () => {
    const record = await runToJudge([join(folder, 'no-such.feature')], { seed: 1 });
    const options = { driver: 'sim', seed: 1, wire: false, patience: 0, evidence: 'none' } as const;
    expect(await prove(record, options)).to.deep.equal({ vacuous: [], weak: [], tried: 0 });
  });
});
