/**
 * Controls: scenarios whose assertions could not have failed are not established (promise 2 of the design).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import type { PingOutcome } from '../src/driver/stimulus';
import { AT_POD1, AT_POD2, captured, dropped, madePing } from './matchers/made-outcome';
import './index';
import type { StepKind } from './support/catalogue';
import { madeDriver } from './support/made-driver';
import { stepReader } from './support/read-step';
import { failuresIn, runFeatures } from './support/run-features';
import { runStep } from './support/run-step';
import { type ScenarioEnd, type Verdict, verdictOf } from './support/verdict';
import { ClusterWorld } from './support/world';

const ANSWERED = madePing(AT_POD2, AT_POD1);
const LOST_IN_POD = madePing(dropped('default/pod1'));
const LOST_ON_NODE = madePing(dropped('k8s-w1'));
const readStep = stepReader();

/** The verdict of a scenario, its pings ending as told. */
async function verdictFor(lines: string, ...pings: PingOutcome[]): Promise<Verdict> {
  const world = new ClusterWorld({
    newDriver: () => madeDriver(pings),
    readInput: () => ({ yaml: '', source: '' }),
    log: () => {},
  });
  return verdictOf(world.ledger.entries, await runAll(world, lines));
}

async function runAll(world: ClusterWorld, lines: string): Promise<ScenarioEnd> {
  for (const line of lines.trim().split('\n')) {
    const [, keyword = '', text = ''] = /^\s*(Given|When|Then) (.*)$/.exec(line) ?? [];
    const [match] = readStep(text);
    if (match === undefined) return { kind: 'unfinished', status: 'UNDEFINED' };
    try {
      await runStep(match.entry, world, keyword.toLowerCase() as StepKind, match.args);
    } catch (error) {
      return { kind: 'error', error };
    }
  }
  return { kind: 'passed' };
}

async function whyNotEstablished(lines: string, ...pings: PingOutcome[]): Promise<string> {
  const { verdict, why } = await verdictFor(lines, ...pings);
  return verdict === 'not established' ? why : `${verdict}: ${why}`;
}

describe('controls', () => {
  const fails = `
    When pod1 pings pod2
    Then the ping fails`;

  it('a ping that fails proves nothing by itself: a dead network fails as well', async () => {
    expect(await whyNotEstablished(fails, LOST_IN_POD)).to.equal(
      'the ping from pod1 to 172.16.158.2 would fail on a dead network as well; add a control: ' +
        '"Given the ping from pod1 to … succeeds" before the change, or say where it died: ' +
        '"And the request is dropped on k8s-w1 for …"',
    );
  });

  it('advice is in the language of the feature, to be pasted', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'calicumber-')), 'korean.feature');
    const lines = [
      '# language: ko',
      '기능: F',
      '시나리오: S',
      '먼저 매니페스트 "one-pod"가 적용되어 있다',
    ];
    writeFileSync(
      path,
      [...lines, '만일 pod1이 172.16.158.77로 핑을 보내면', '그러면 핑이 실패한다'].join('\n'),
    );
    const why = failuresIn(await runFeatures([path], 'sim')).join('\n');
    rmSync(dirname(path), { recursive: true });
    expect(why).to.include('"먼저 pod1에서 …로 보내는 핑이 성공한다"');
    expect(why).to.include('"그리고 요청이 k8s-w1에서 …로 버려진다"');
  });

  it('a ping that fails is held where one between the same two succeeds', async () => {
    const controlled = `
      Given the ping from pod1 to pod2 succeeds
      When natOutgoing of pool default-ipv4-ippool is set to false
      When pod1 pings pod2
      Then the ping fails`;
    const { verdict } = await verdictFor(controlled, ANSWERED, LOST_IN_POD);
    expect(verdict).to.equal('held');
  });

  it('a control that does not succeed establishes nothing', async () => {
    const controlled = `
      Given the ping from pod1 to pod2 succeeds
      When pod1 pings pod2
      Then the ping fails`;
    const why = await whyNotEstablished(controlled, LOST_ON_NODE);
    expect(why.split('\n')[0]).to.equal(
      'the control does not hold: the ping from pod1 to 172.16.158.2 fails',
    );
  });

  it('a success between two others is no control', async () => {
    const controlled = `
      Given the ping from pod2 to pod1 succeeds
      When pod1 pings pod2
      Then the ping fails`;
    const { verdict } = await verdictFor(controlled, ANSWERED, LOST_IN_POD);
    expect(verdict).to.equal('not established');
  });

  it('a packet that is said to have died on another host is a control', async () => {
    const located = `${fails}
      Then the request is dropped on k8s-w1 for IP_RPFILTER`;
    expect((await verdictFor(located, LOST_ON_NODE)).verdict).to.equal('held');
  });

  it('a packet that died in the pod that sent it is none', async () => {
    const located = `${fails}
      Then the request is dropped on pod1 for IP_RPFILTER`;
    expect((await verdictFor(located, LOST_IN_POD)).verdict).to.equal('not established');
  });

  it('a ping that succeeds although it must fail is violated, whatever the controls', async () => {
    expect((await verdictFor(fails, ANSWERED)).verdict).to.equal('violated');
  });

  it('a misspelt pod ends every sentence, negative ones too, with the name that was meant', async () => {
    const misspelt = `
      When pod1 pings pod2
      Then nothing of the ping is seen on the cali interface of podd2`;
    expect(await whyNotEstablished(misspelt, ANSWERED)).to.equal(
      'there is no pod podd2; did you mean pod2?',
    );
    expect(await whyNotEstablished('When pod1 pings frontend', ANSWERED)).to.equal(
      'there is no pod frontend; there is pod1, pod2',
    );
  });

  it('a pod on another node than the sentence says violates it', async () => {
    expect(await verdictFor('When pod1 on k8s-w2 pings pod2', ANSWERED)).to.deep.equal({
      verdict: 'violated',
      why: 'expected pod1 to be on k8s-w2, but it is on k8s-w1',
    });
  });

  it('silence on an interface is held where its host saw the ping elsewhere', async () => {
    const silent = `
      When pod1 pings pod2
      Then nothing of the ping is seen on ens5 of k8s-w1`;
    expect((await verdictFor(silent, ANSWERED)).verdict).to.equal('held');
  });

  it('silence on a host that never saw anything proves nothing', async () => {
    const silent = `
      When pod1 pings pod2
      Then nothing of the ping is seen on ens5 of k8s-w2`;
    expect(await whyNotEstablished(silent, ANSWERED)).to.equal(
      'nothing at all was ever seen on ens5 of k8s-w2, so its silence proves nothing; ' +
        'add a control that passes it: "Given the ping from … to … succeeds"',
    );
  });

  it('silence is violated where the ping was seen after all', async () => {
    const silent = `
      When pod1 pings pod2
      Then nothing of the ping is seen on ens5 of k8s-w1`;
    const seen = { ...ANSWERED, frames: [captured('k8s-w1', 'ens5', 'out', 1)] };
    expect((await verdictFor(silent, seen)).verdict).to.equal('violated');
  });

  it('a ping says nothing of a change that came after it', async () => {
    const stale = `
      Given the ping from pod1 to pod2 succeeds
      When natOutgoing of pool default-ipv4-ippool is set to false
      Then the ping succeeds`;
    expect(await whyNotEstablished(stale, ANSWERED)).to.equal(
      'the cluster was changed after the last packet was sent; send another, such as "And pod1 pings pod2"',
    );
  });

  it('an assertion about what was not the last thing sent looks at nothing', async () => {
    const other = `
      When pod1 pings pod2
      Then the connection fails`;
    expect(await whyNotEstablished(other, ANSWERED)).to.equal(
      'what was sent last is no connect but a ping',
    );
  });

  it('a rule that is not there proves nothing unless it could be', async () => {
    const absent = `
      When pod1 pings pod2
      Then the rule cali:flqWnvo8yq4ULQLa is not in chain cali-nat-outgoing of table nat on k8s-w1`;
    expect(await whyNotEstablished(absent, ANSWERED)).to.equal(
      'nothing in the scenario shows that cali:flqWnvo8yq4ULQLa could be in chain cali-nat-outgoing; ' +
        'add "Given the rule cali:flqWnvo8yq4ULQLa is in chain cali-nat-outgoing of table nat on …"',
    );
  });
});
