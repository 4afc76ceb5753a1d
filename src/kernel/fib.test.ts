import { expect } from 'chai';
import { cidr } from '../addr/cidr';
import { ipv4 } from '../addr/ipv4';
import type { Route } from '../host/route';
import { Fib, FibRoute } from './fib';
import { nodeWithPods } from './testing/node-with-pods';

function blackhole(destination: string, metric = 0): FibRoute {
  const route: Route = {
    type: 'blackhole',
    destination: cidr(destination),
    via: undefined,
    device: undefined,
    source: undefined,
    scope: 'global',
    proto: 'bird',
    metric,
    onlink: false,
  };
  return new FibRoute(route, undefined, 'main');
}

function fibOf(...entries: readonly FibRoute[]): Fib {
  const fib = new Fib();
  for (const entry of entries) fib.add(entry);
  return fib;
}

describe('the forwarding information base', () => {
  it('lists by address, the longer prefix before the shorter, then by metric', () => {
    const fib = fibOf(
      blackhole('12.0.0.0/8', 7),
      blackhole('12.0.0.0/8'),
      blackhole('12.0.0.0/16'),
      blackhole('0.0.0.0/0'),
      blackhole('9.0.0.0/8'),
    );
    const listed = fib.routes('main').map(({ destination, metric }) => {
      return `${destination.address >>> 24}/${destination.length} ${metric}`;
    });
    expect(listed).to.deep.equal(['0/0 0', '9/8 0', '12/16 0', '12/8 0', '12/8 7']);
  });

  it('prefers the longest prefix, then the smallest metric', () => {
    const fib = fibOf(
      blackhole('12.0.0.0/8', 7),
      blackhole('12.0.0.0/8', 3),
      blackhole('0.0.0.0/0'),
    );
    expect(fib.lookup(ipv4('12.1.1.1'))?.text).to.equal('blackhole 12.0.0.0/8 proto bird metric 3');
    expect(fib.lookup(ipv4('13.1.1.1'))?.text).to.equal('blackhole default proto bird');
  });

  it('finds a pod before the blackhole of its block, and the blackhole before the default', () => {
    const { fib } = nodeWithPods().node;
    const found = ['172.16.158.1', '172.16.158.9', '172.16.184.1'].map((address) => {
      return fib.lookup(ipv4(address))?.text;
    });
    expect(found).to.deep.equal([
      '172.16.158.1 dev cali-pod1 scope link',
      'blackhole 172.16.158.0/24 proto bird',
      'default via 192.168.10.1 dev ens5',
    ]);
  });
});
