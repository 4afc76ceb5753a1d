/** Messages become scenarios: whole, in whatever order they come, and the last try of each. */
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { MISMATCH_MEDIA_TYPE, TOPOLOGY_MEDIA_TYPE, WALK_MEDIA_TYPE } from '../model/media-types';
import {
  allOf,
  attached,
  captured,
  type MadeScenario,
  madeRun,
  tryOf,
  verdict,
} from './messages.fixture';
import type { ReadScenario } from './read-scenario';
import { ScenarioReader } from './scenario-reader';

const URI = 'features/nat.feature';
const ID = `${URI}:3`;

function read(messages: readonly Envelope[]) {
  const scenarios: ReadScenario[] = [];
  const reader = new ScenarioReader((scenario) => scenarios.push(scenario));
  for (const message of messages) reader.take(message);
  return { reader, scenarios };
}

function readOne(scenario: Partial<MadeScenario>): ReadScenario | undefined {
  return read(allOf(madeRun(URI, 'NAT', [{ name: 'a', line: 3, ...scenario }]))).scenarios[0];
}

describe('the reader of scenarios', () => {
  it('reads all that a page tells', () => {
    const scenario = readOne({
      rule: 'Pods are hidden',
      tags: ['@nat'],
      attachments: [verdict('violated', 'it was lost')],
      status: 'FAILED',
    });
    expect(scenario).to.deep.equal({
      name: 'a',
      uri: URI,
      line: 3,
      rule: 'Pods are hidden',
      tags: ['@nat'],
      verdict: 'violated',
      why: 'it was lost',
      judge: { driver: 'sim', seed: 7, version: '0.1.0', remarks: ['tunl0 is a stand-in'] },
      sentences: [{ keyword: 'When ', text: 'it runs', status: 'failed', rows: [] }],
      durationMs: 250,
      evidence: { walks: [], mismatches: [] },
    });
  });

  it('takes a scenario without a verdict, and one that broke after it held, for not established', () => {
    const message = 'no such thing\n    at /home/somebody/steps.ts:1:1';
    const broken = { status: 'FAILED', message };
    for (const attachments of [[], [verdict('held')]]) {
      const { verdict: name, why } = readOne({ ...broken, attachments }) ?? {};
      expect({ name, why }).to.deep.equal({ name: 'not established', why: 'no such thing' });
    }
  });

  it('passes over what did not run', () => {
    expect(readOne({ status: 'SKIPPED' })).to.equal(undefined);
  });

  it('counts the last try', () => {
    const made = { name: 'a', line: 3 };
    const { head } = madeRun(URI, 'NAT', [made]);
    const first = tryOf({ ...made, attachments: [verdict('violated', 'lost')] }, ID, 0, true);
    const second = tryOf({ ...made, attachments: [verdict('held')] }, ID, 1);
    const { scenarios } = read([...head, ...first, ...second]);
    expect(scenarios.map((scenario) => scenario.verdict)).to.deep.equal(['held']);
  });

  it('tells scenarios apart that run at the same time', () => {
    const { head, tries } = madeRun(URI, 'NAT', [
      { name: 'a', line: 3, attachments: [verdict('violated', 'a')] },
      { name: 'b', line: 9, attachments: [verdict('violated', 'b')] },
    ]);
    const [one = [], other = []] = tries;
    const mixed = one.flatMap((message, at) => [other[at] ?? message, message]);
    const { scenarios } = read([...head, ...mixed]);
    expect(scenarios.map(({ name, why }) => [name, why])).to.deep.equal([
      ['b', 'b'],
      ['a', 'a'],
    ]);
  });

  it('believes evidence only in its form, and passes on no more than that', () => {
    const topology = { nodes: [], workloads: [], segments: [], routers: [], outside: [] };
    const mismatch = { subject: 'the ping', expected: 'a reply', actual: 'none' };
    const scenario = readOne({
      attachments: [
        verdict('held'),
        attached(TOPOLOGY_MEDIA_TYPE, { ...topology, more: '<script>' }),
        attached(WALK_MEDIA_TYPE, { number: 'one' }),
        attached(MISMATCH_MEDIA_TYPE, mismatch),
        { mediaType: MISMATCH_MEDIA_TYPE, body: '{' },
        captured(new TextEncoder().encode('not a capture')),
      ],
    });
    expect(scenario?.evidence).to.deep.equal({ topology, walks: [], mismatches: [mismatch] });
    expect(scenario?.pcapng).to.equal(undefined);
  });

  it('names features that could not be read, and nobody’s folders', () => {
    const source = { uri: '/home/somebody/a.feature', location: { line: 1 } };
    const { reader } = read([{ parseError: { source, message: '(1:1): expected: #Feature' } }]);
    expect(reader.unreadable.map(({ text }) => text)).to.deep.equal([
      'a.feature: (1:1): expected: #Feature',
    ]);
  });

  it('tells of the run who judged and with what, and nothing of the machine', () => {
    const program = (name: string, version: string) => ({ name, version });
    const meta = {
      protocolVersion: '32',
      implementation: program('cucumber-js', '12.9.0'),
      runtime: program('node.js', '20.1.0'),
      os: program('linux', '6.1-somebodys'),
      cpu: { name: 'x64' },
      ci: { name: 'CI', git: { remote: 'https://203.0.113.9/me.git', revision: 'abc' } },
    };
    const run = allOf(
      madeRun(URI, 'NAT', [{ name: 'a', line: 3, attachments: [verdict('held')] }]),
    );
    const { reader } = read([{ meta }, ...run]);
    expect(reader.facts()).to.deep.equal({
      drivers: ['sim'],
      seeds: [7],
      versions: ['0.1.0'],
      programs: ['cucumber-js 12.9.0', 'node.js 20.1.0'],
      remarks: ['tunl0 is a stand-in'],
      startedAt: '2023-11-14T22:13:20.000Z',
      durationMs: 250,
    });
  });
});
