/**
 * The walk through the states that a real Linux 6.18 was seen to make, with virtual time in place of
 * waiting.
 */
import { expect } from 'chai';
import { formatIpv4, ipv4 } from '../../addr/ipv4';
import { BROADCAST_MAC, mac } from '../../addr/mac';
import type { Frame } from '../../wire/ethernet';
import type { Netns } from '../netns';
import { applyOp } from '../ops/apply-op';
import { type PingOptions, ping } from '../programs/ping';
import { type NodeWithPods, nodeWithPods, wait } from '../testing/node-with-pods';

function options(to: string, count = 1): PingOptions {
  return {
    to: ipv4(to),
    count,
    intervalMs: 1000,
    timeoutMs: 1000,
    size: 56,
    ttl: undefined,
    df: 'want',
    source: undefined,
    icmpId: undefined,
  };
}

function rowsOf(netns: Netns): Readonly<Record<string, string>> {
  const rows = [...netns.neighbours.rows()];
  return Object.fromEntries(rows.map(({ address, state }) => [formatIpv4(address), state]));
}

/** Seconds at which a device sent ARP requests, and whether to everybody. */
function requests(
  { network }: NodeWithPods,
  device: string,
): readonly (readonly [number, string])[] {
  return network.frames.flatMap(({ device: name, direction, frame, atUs }) => {
    if (name !== device || direction !== 'out' || frame.kind !== 'frame') return [];
    if (frame.payload.kind !== 'arp' || frame.payload.operation !== 'request') return [];
    return [[atUs / 1_000_000, castOf(frame)] as const];
  });
}

function castOf({ destination }: Frame): string {
  return destination === BROADCAST_MAC ? 'broadcast' : 'unicast';
}

describe('a neighbour', () => {
  it('is learnt from its own question, and asked for where it never asked', () => {
    const world = nodeWithPods();
    ping(world.pod1, options('172.16.158.2'));
    expect([world.pod1, world.pod2, world.node].map(rowsOf)).to.deep.equal([
      { '169.254.1.1': 'reachable' },
      { '192.168.10.101': 'stale', '169.254.1.1': 'reachable' },
      { '172.16.158.1': 'delay', '172.16.158.2': 'reachable' },
    ]);
  });

  it('is probed by unicast five seconds after it was used while stale', () => {
    const world = nodeWithPods();
    ping(world.pod1, options('172.16.158.2'));
    wait(world.network, 10);
    const asked = requests(world, 'cali-pod1');
    expect(asked.map(([, cast]) => cast)).to.deep.equal(['unicast']);
    expect(asked[0]?.[0]).to.be.within(5, 5.2);
    expect(rowsOf(world.pod1)).to.deep.equal({
      '169.254.1.1': 'reachable',
      '192.168.10.101': 'stale',
    });
    expect(rowsOf(world.node)).to.deep.equal({
      '172.16.158.1': 'reachable',
      '172.16.158.2': 'reachable',
    });
  });

  it('turns stale between 15 and 45 seconds after it was confirmed, at its device’s own time', () => {
    const turned = [1, 2, 3, 4, 5].map((seed) => {
      const world = nodeWithPods(seed);
      ping(world.pod1, options('172.16.158.2'));
      let seconds = 0;
      while (rowsOf(world.pod1)['169.254.1.1'] === 'reachable') {
        wait(world.network, 1);
        seconds += 1;
      }
      return seconds;
    });
    for (const seconds of turned) expect(seconds).to.be.within(15, 46);
    expect(new Set(turned).size).to.be.above(1);
  });

  it('that never answers is asked three times a second apart, then fails', () => {
    const world = nodeWithPods();
    const run = ping(world.node, { ...options('192.168.10.77', 1), timeoutMs: 10_000 });
    const asked = requests(world, 'ens5');
    expect(asked.map(([, cast]) => cast)).to.deep.equal(['broadcast', 'broadcast', 'broadcast']);
    expect(asked.map(([at]) => Math.floor(at))).to.deep.equal([0, 1, 2]);
    expect(run.events).to.have.length(1);
    expect(run.elapsedUs / 1_000_000).to.be.within(3, 3.2);
    expect(rowsOf(world.node)).to.deep.equal({ '192.168.10.77': 'failed' });
  });

  it('that died is probed three times by unicast, then fails, and is asked by broadcast again', () => {
    const world = nodeWithPods();
    ping(world.node, options('172.16.158.1'));
    wait(world.network, 50);
    // Deaf, but with a carrier: the pod does not answer for its own address.
    applyOp(world.pod1, { kind: 'sysctl', path: 'net.ipv4.conf.eth0.arp_ignore', value: '8' });
    world.network.forget();
    const startUs = world.network.nowUs;
    ping(world.node, options('172.16.158.1', 1));
    wait(world.network, 12);
    const asked = requests(world, 'cali-pod1');
    expect(asked.map(([, cast]) => cast)).to.deep.equal(['unicast', 'unicast', 'unicast']);
    const since = asked.map(([at]) => Math.floor(at - startUs / 1_000_000));
    expect(since).to.deep.equal([5, 6, 7]);
    expect(rowsOf(world.node)['172.16.158.1']).to.equal('failed');
    world.network.forget();
    ping(world.node, options('172.16.158.1', 1));
    expect(requests(world, 'cali-pod1')[0]?.[1]).to.equal('broadcast');
  });

  it('is forgotten when the device’s own address changes', () => {
    const world = nodeWithPods();
    ping(world.pod1, options('172.16.158.2'));
    applyOp(world.node, {
      kind: 'link-mac',
      device: 'cali-pod1',
      mac: mac('ee:ee:ee:ee:ee:01'),
    });
    expect(rowsOf(world.node)).to.deep.equal({ '172.16.158.2': 'reachable' });
  });
});
