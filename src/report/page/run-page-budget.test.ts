/**
 * What a page may take: a thousand scenarios of two pods on two nodes, of which no two saw the same
 * frames, stay below 15 MB; and what stays in memory of a scenario is a line.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { WALK_MEDIA_TYPE } from '../model/media-types';
import type { Walk, WalkHop } from '../model/walk';
import {
  attached,
  captured,
  type MadeScenario,
  madeRun,
  tryOf,
  verdict,
} from '../read/messages.fixture';
import { pcapngOf } from './made-capture.fixture';
import { RunPage } from './run-page';

const COUNT = 1000;
const PAGE_BYTES_MAX = 15e6;
/** Far below 256 MB for all of them, and far above a line; the evidence of each has some 60 kB. */
const HEAP_BYTES_MAX = 16_000;
/** A ping and its reply over IPIP, with ARP, at each end of each link. */
const FRAMES = 36;
const HOPS = 7;

describe('a page of a thousand scenarios', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-budget-'));
  after(() => rmSync(folder, { recursive: true }));

  it('is no larger than a browser likes, and is not held in memory', () => {
    const scenarios = Array.from({ length: COUNT }, (_, at): MadeScenario => {
      return { name: `pod1 reaches pod2, case ${at}`, line: at + 1, tags: ['@ipip'] };
    });
    const uri = 'features/ipip.feature';
    const { head, end } = madeRun(uri, 'IPIP', scenarios);
    const page = new RunPage(folder, { isSingleFile: true });
    const take = (messages: readonly Envelope[]) => {
      for (const message of messages) page.take(message);
    };
    const takeScenario = (at: number) => {
      const attachments = [
        verdict('held'),
        attached(WALK_MEDIA_TYPE, walkOf(at)),
        captured(pcapngOf(FRAMES, at)),
      ];
      const scenario = scenarios[at];
      if (scenario !== undefined) take(tryOf({ ...scenario, attachments }, `${uri}:${at + 1}`));
    };
    take(head);
    for (let at = 0; at < COUNT / 10; at++) takeScenario(at);
    const before = heapUsed();
    for (let at = COUNT / 10; at < COUNT; at++) takeScenario(at);
    const grown = heapUsed() - before;
    take(end);
    let bytes = 0;
    page.finishInto((chunk) => {
      bytes += Buffer.byteLength(chunk);
    });
    expect(bytes).to.be.within(1e6, PAGE_BYTES_MAX);
    expect(grown / COUNT).to.be.below(HEAP_BYTES_MAX);
  }).timeout(60_000);
});

/** Bytes that something still holds on to. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

/** As a ping between nodes leaves it: hops with their routes, chains and neighbours. */
function walkOf(seed: number): Walk {
  const summary = (role: string) =>
    `IP 172.16.158.${seed % 250} > 172.16.184.1: ICMP echo ${role}, id ${seed}, seq 1, length 64`;
  const packets = (['request', 'reply'] as const).map((role, id) => ({
    id,
    summary: summary(role),
    role,
    hops: Array.from({ length: HOPS }, (_, at) => hopOf(at, seed, summary(role))),
    fate: { kind: 'delivered', host: 'default/pod2' } as const,
  }));
  return {
    number: 1,
    kind: 'ping',
    title: `ping -c 1 172.16.184.1 # ${seed}`,
    from: 'default/pod1',
    isAnswered: true,
    output: summary('reply'),
    changes: [],
    request: 0,
    reply: 1,
    packets,
    messages: [],
  };
}

function hopOf(at: number, seed: number, packet: string): WalkHop {
  const rules = Array.from({ length: 8 }, (_, rule) => ({
    number: rule + 1,
    text: `-m comment --comment "cali:${seed}-${at}-${rule}" -j cali-tw-cali${at}`,
    isFitted: rule > 5,
  }));
  return {
    host: `k8s-w${at}`,
    atUs: seed * 1000 + at,
    steps: [
      { kind: 'receive', device: `cali${at}`, packet, frame: at },
      {
        kind: 'netfilter',
        hook: 'forward',
        table: 'filter',
        verdict: 'accept',
        chains: ['FORWARD', 'cali-FORWARD', 'cali-from-wl'].map((name) => ({
          name,
          rules,
          skipped: 0,
        })),
      },
      {
        kind: 'route',
        destination: '172.16.184.1',
        route: `172.16.184.0/24 via ${at}`,
        beaten: [],
      },
      { kind: 'transmit', device: 'tunl0', packet, frame: at + 1 },
    ],
  };
}
