/** A segment: who hears a frame, and how many are lost. */
import { expect } from 'chai';
import { seededRandom } from '../../base/random';
import { Network } from '../network';
import { applyOp } from '../ops/apply-op';
import { LINUX } from '../stack-of-linux';
import { addHost, plug } from '../testing/node-with-pods';
import { dropsOf, framesOf, outcomesOf, pingFrom } from '../testing/watch';
import { Segment, type SegmentOptions } from './segment';

/** Three hosts, 10.0.0.1 to 10.0.0.3. */
function threeHosts(options: Partial<SegmentOptions> = {}) {
  const network = new Network(LINUX, { random: seededRandom(1), wireMode: false });
  const segment = new Segment('lan', options);
  const hosts = [1, 2, 3].map((number) => {
    const host = addHost(network, `host${number}`);
    plug(host, segment, 'eth0', `02:00:00:00:00:0${number}`, `10.0.0.${number}/24`);
    return host;
  });
  return { network, hosts };
}

describe('a segment', () => {
  it('floods what is for all, and forwards what is for one whose port it has learnt', () => {
    const { network, hosts } = threeHosts();
    const [host1] = hosts;
    if (host1) pingFrom(host1, '10.0.0.2');
    expect(framesOf(network).filter((line) => line.startsWith('host3'))).to.deep.equal([
      'host3 eth0 in ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28',
    ]);
  });

  it('has latency in each direction', () => {
    const { hosts } = threeHosts({ latencyUs: 5000 });
    const [host1] = hosts;
    const events = host1 ? pingFrom(host1, '10.0.0.2').events : [];
    const [first] = events;
    expect(first?.kind === 'reply' && first.reply.roundTripUs).to.equal(20_000);
  });

  it('loses all, some or none of its frames, and says so', () => {
    const received = [0, 30, 100].map((lossPercent) => {
      const { network, hosts } = threeHosts({ lossPercent });
      const [host1] = hosts;
      const run = host1 && pingFrom(host1, '10.0.0.2', { count: 200, intervalMs: 10 });
      const lost = dropsOf(network).filter((text) => text.includes('LINK_LOSS'));
      expect(lost.length > 0).to.equal(lossPercent > 0);
      for (const text of lost) {
        expect(text).to.match(/LINK_LOSS: segment lan loses \d+ % of its frames$/);
      }
      return run?.received ?? 0;
    });
    expect([received[0], received[2]]).to.deep.equal([200, 0]);
    // Both ways must hold: 0.7 × 0.7 = 0.49 of two hundred.
    expect(received[1]).to.be.within(70, 130);
  });

  it('forgets a port without carrier, and learns it anew', () => {
    const { hosts } = threeHosts();
    const [host1, host2] = hosts;
    if (!host1 || !host2) return;
    pingFrom(host1, '10.0.0.2');
    applyOp(host2, { kind: 'link-down', device: 'eth0' });
    expect(outcomesOf(pingFrom(host1, '10.0.0.2', { timeoutMs: 100 }))).to.deep.equal([]);
    applyOp(host2, { kind: 'link-up', device: 'eth0' });
    expect(outcomesOf(pingFrom(host1, '10.0.0.2'))).to.deep.equal(['1: ttl 64']);
  });
});
