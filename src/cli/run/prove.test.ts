/**
 * The proof that a scenario says something: seeded ones that do not are named, and on which engine.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import { runToJudge } from '../grade/judge/run-features';
import { paintFor } from '../paint';
import { isSound, type Proof, prove } from './prove';
import type { RunRecord } from './run-record';
import { remarksOn, tellProof } from './tell-proof';

describe('the proof of a run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  after(() => rmSync(folder, { recursive: true }));

  const OPTIONS = { driver: 'sim', seed: 1, wire: false, patience: 0, evidence: 'none' } as const;

  /** What came of scenarios before anything is proven of them. */
  async function recordOf(
    scenarios: Readonly<Record<string, string>>,
    path: string,
  ): Promise<RunRecord> {
    const texts = Object.entries(scenarios).map(([name, steps]) => `Scenario: ${name}\n${steps}`);
    writeFileSync(
      path,
      `Feature: F\nBackground:\nGiven the manifests "two-pods-two-nodes"\n${texts.join('\n')}\n`,
    );
    return runToJudge([path], { seed: 1 });
  }

  async function proofOf(
    scenarios: Readonly<Record<string, string>>,
    path = join(folder, 'seeded.feature'),
  ): Promise<Proof> {
    const record = await recordOf(scenarios, path);
    const failed = record.scenarios.filter(({ verdict }) => verdict !== 'held');
    expect(failed.map(({ name, why }) => [name, why])).to.deep.equal([]);
    return prove(record, OPTIONS);
  }

  /** The names of what says nothing, with where it holds as well. */
  function namesIn({ vacuous }: Proof): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(vacuous.map(({ scenario, where }) => [scenario.name, where]));
  }

  it('names what is seeded, each on its engine, and leaves the rest to the verdict', async () => {
    const typed = (line: string, then: string) =>
      `When I run on k8s-w1:\n"""\n${line}\n"""\nThen ${then}`;
    const named = {
      'prints a loss': typed(
        'ping -c 1 10.9.9.9 | grep -c "100% packet loss"',
        'it prints:\n"""\n1\n"""',
      ),
      'fails silently': typed('ping -c 1 10.9.9.9', 'it fails with:\n"""\n"""'),
      'a filter that fits nothing': typed('tcpdump -i tunl0 -nn 2> /dev/null', 'it prints nothing'),
      'does nothing': typed('true', 'it prints nothing'),
      'pings in silence': typed('ping -c 1 10.9.9.9 > /dev/null || true', 'it prints nothing'),
    };
    const judged = {
      'no Then': 'When pod1 pings pod2',
      'no When': 'Then the ping succeeds',
      'fails without control': 'When pod1 pings 10.9.9.9\nThen the ping fails',
      'none of them answered': 'When pod1 pings 10.9.9.9\nThen 0 of 1 requests are answered',
      'never sent there':
        'When pod1 pings pod2\nThen nothing of the ping is seen on tunl0 of k8s-w0',
      'no such route': 'When pod1 pings pod2\nThen k8s-w1 has no route to 10.9.9.0/24',
      'a table of X': 'Then the connectivity is:\n|      | 10.9.9.9 |\n| pod1 | X |',
    };
    expect(namesIn(await proofOf(named))).to.deep.equal({
      'prints a loss': ['nothing is delivered'],
      'fails silently': ['nothing is delivered'],
      'a filter that fits nothing': ['nothing is seen'],
      'does nothing': ['nothing is seen'],
      'pings in silence': ['nothing is delivered', 'nothing is seen'],
    });
    const { scenarios } = await recordOf(judged, join(folder, 'judged.feature'));
    expect(scenarios.map(({ name, verdict }) => [name, verdict])).to.deep.equal(
      Object.keys(judged).map((name) => [name, 'not established']),
    );
  });

  it('names nothing that is sound', async () => {
    const proof = await proofOf({
      'what is typed alone': `When I run on k8s-w1:
        """
        ipset -q test cali40all-hosts-net 1.2.3.4
        """
        Then it fails with:
        """
        """`,
      'what a host says to itself': `When I run on k8s-w1:
        """
        ping -c 1 127.0.0.1 | grep -c ", 0% packet loss"
        """
        Then it prints:
        """
        1
        """`,
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
    expect(namesIn(proof)).to.deep.equal({});
    expect(proof.weak).to.deep.equal([]);
    expect(proof.tried).to.equal(7);
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
    const proof = await prove(record, OPTIONS);
    expect(proof).to.deep.equal({ vacuous: [], weak: [], missing: [], tried: 0 });
    expect(tellProof(proof, paintFor(false))).to.deep.equal([
      'proof: no scenario held and could be tried',
    ]);
  });

  it('tries features of whatever name, and says where one is gone', async () => {
    const silent = { silent: 'When I run on k8s-w1:\n"""\ntrue\n"""\nThen it prints nothing' };
    const odd = join(folder, '[hw] (1)');
    mkdirSync(odd);
    expect(namesIn(await proofOf(silent, join(odd, 'a{b}?.feature')))).to.have.key('silent');

    const path = join(folder, 'gone.feature');
    const record = await recordOf(silent, path);
    rmSync(path);
    const proof = await prove(record, OPTIONS);
    expect(isSound(proof)).to.equal(false);
    expect(remarksOn(proof)[0]).to.match(/gone\.feature:4 held and is not there any more/);
  });
});
