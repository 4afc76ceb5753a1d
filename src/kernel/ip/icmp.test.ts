/**
 * Which errors a host sends, how many, and which it keeps to itself, as a real Linux 6.18 did.
 */
import { expect } from 'chai';
import { cidr } from '../../addr/cidr';
import { formatIpv4, ipv4 } from '../../addr/ipv4';
import { mac } from '../../addr/mac';
import type { RouteType } from '../../host/route';
import { applyOp } from '../ops/apply-op';
import { type PingOptions, type PingRun, ping } from '../programs/ping';
import { type NodeWithPods, nodeWithPods } from '../testing/node-with-pods';

function pinged(to: string, more: Partial<PingOptions> = {}): PingOptions {
  return {
    to: ipv4(to),
    count: 1,
    intervalMs: 1000,
    timeoutMs: 1000,
    size: 56,
    ttl: undefined,
    df: 'want',
    source: undefined,
    icmpId: undefined,
    ...more,
  };
}

/** `192.168.10.101 3/1` for each error. */
function errorsOf({ events }: PingRun): readonly string[] {
  return events.flatMap((event) => {
    if (event.kind !== 'error') return [];
    const { from, type, code } = event.error;
    return [`${formatIpv4(from)} ${type}/${code}`];
  });
}

function addRoute({ node }: NodeWithPods, type: RouteType, destination: string): void {
  applyOp(node, {
    kind: 'route-add',
    route: {
      type,
      destination: cidr(destination),
      via: undefined,
      device: undefined,
      source: undefined,
      scope: 'global',
      proto: 'boot',
      metric: 0,
      onlink: false,
    },
  });
}

describe('a node that forwards', () => {
  it('sends six errors in a burst, then one a second', () => {
    const { pod1 } = nodeWithPods();
    const run = ping(pod1, pinged('172.16.158.2', { ttl: 1, count: 12, intervalMs: 50 }));
    const answered = run.events.flatMap((event) =>
      event.kind === 'error' ? [event.error.sequence] : [],
    );
    expect(answered).to.deep.equal([1, 2, 3, 4, 5, 6]);
  });

  it('answers from its first global address where the TTL ends', () => {
    const run = ping(nodeWithPods().pod1, pinged('172.16.158.2', { ttl: 1 }));
    expect(errorsOf(run)).to.deep.equal(['192.168.10.101 11/0']);
  });

  for (const [type, errors, refusal] of [
    ['blackhole', [], 'EINVAL'],
    ['unreachable', ['192.168.10.101 3/1'], 'EHOSTUNREACH'],
    ['prohibit', ['192.168.10.101 3/13'], 'EACCES'],
  ] as const) {
    it(`meets ${type} with ${errors.length} errors, and with ${refusal} for itself`, () => {
      const world = nodeWithPods();
      addRoute(world, type, '10.9.0.0/16');
      expect(errorsOf(ping(world.pod1, pinged('10.9.1.1')))).to.deep.equal(errors);
      expect(ping(world.node, pinged('10.9.1.1')).refusal).to.deep.equal({
        call: 'connect',
        error: refusal,
      });
    });
  }

  it('says net unreachable where it has no route at all', () => {
    const world = nodeWithPods();
    const [route] = world.node.fib.routes('main');
    if (route !== undefined) applyOp(world.node, { kind: 'route-delete', route });
    // The pod knows its gateway by hand: without a default route nobody answers for it.
    applyOp(world.pod1, {
      kind: 'neighbour-replace',
      device: 'eth0',
      address: ipv4('169.254.1.1'),
      mac: mac('ee:ee:ee:ee:ee:ee'),
      state: 'permanent',
    });
    expect(errorsOf(ping(world.pod1, pinged('8.8.8.8')))).to.deep.equal(['192.168.10.101 3/0']);
    expect(ping(world.node, pinged('8.8.8.8')).refusal?.error).to.equal('ENETUNREACH');
  });

  it('says host unreachable where nobody answers, after three seconds', () => {
    const run = ping(nodeWithPods().pod1, pinged('192.168.10.77', { timeoutMs: 10_000 }));
    expect(errorsOf(run)).to.deep.equal(['192.168.10.101 3/1']);
    expect(run.elapsedUs / 1_000_000).to.be.within(3, 3.2);
  });
});

describe('a pod', () => {
  it('tells itself that its gateway does not answer', () => {
    const world = nodeWithPods();
    applyOp(world.node, { kind: 'sysctl', path: 'net.ipv4.conf.cali-pod1.proxy_arp', value: '0' });
    const run = ping(world.pod1, pinged('8.8.8.8', { timeoutMs: 10_000 }));
    expect(errorsOf(run)).to.deep.equal(['172.16.158.1 3/1']);
  });

  it('is reached over its own loopback by itself', () => {
    const world = nodeWithPods();
    const run = ping(world.pod1, pinged('172.16.158.1'));
    expect({
      received: run.received,
      frames: world.network.frames.map(({ device }) => device),
    }).to.deep.equal({ received: 1, frames: ['lo', 'lo'] });
  });
});
