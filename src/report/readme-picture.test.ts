/**
 * The picture at the top of the README is what the report shows of the second story.
 * UPDATE_GOLDEN=1 draws it anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { newSimDriver } from '../driver/sim/sim';
import { innermostPacket } from '../trace/packet-of';
import { legOf } from './topology';
import { topologySvg } from './topology-svg';

const ROOT = join(__dirname, '..', '..');
const PICTURE = join(ROOT, '.github', 'two-nodes.svg');

describe('the picture of the README', () => {
  it('is what the program draws', async () => {
    const driver = newSimDriver({ seed: 1, wire: false });
    for (const file of ['labs/kans.yaml', 'manifests/two-pods-two-nodes.yaml']) {
      await driver.apply(readFileSync(join(ROOT, 'features', file), 'utf8'), file);
    }
    const inventory = await driver.inventory();
    const [from, to] = inventory.workloads;
    if (from === undefined || to === undefined) throw new Error('two pods are in the manifests');
    const { traces } = await driver.run({
      kind: 'ping',
      from: from.pod,
      to: to.address,
      count: 1,
      intervalMs: 1000,
      timeoutMs: 1000,
      size: 56,
      ttl: undefined,
      df: 'want',
      source: undefined,
      icmpId: undefined,
    });
    const echoes = traces.filter(({ sent }) => innermostPacket(sent)?.payload.kind === 'icmp-echo');
    const kinds = ['request', 'reply'] as const;
    const legs = echoes.map((trace, at) => legOf(kinds[at] ?? 'reply', trace, traces));
    const svg = `${topologySvg(inventory, legs)}\n`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(PICTURE, svg);
    expect(svg).to.equal(readFileSync(PICTURE, 'utf8'));
  });
});
