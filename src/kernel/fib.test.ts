/** The routing table against a scan of a list, and the order in which `ip route` prints it. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { cidr, cidrContains, cidrOf, formatCidr } from '../addr/cidr';
import { type Ipv4, ipv4, ipv4FromBits } from '../addr/ipv4';
import { formatRoute } from '../host/format-route';
import type { RouteType } from '../host/route';
import type { Device } from './devices/device';
import { Fib, FibRoute, type FibTable } from './fib';
import { deviceIn, nodeWithPods, routeOf } from './testing/node-with-pods';

const { node } = nodeWithPods();
const DEVICES = ['ens5', 'cali-pod1', 'cali-pod2'].map((name) => deviceIn(node, name));
const [ENS5, CALI1] = DEVICES;

interface Given {
  readonly to: string;
  readonly device?: Device | undefined;
  readonly type?: RouteType;
  readonly metric?: number;
  readonly table?: FibTable;
}

function entryOf({ to, device, type = 'unicast', metric = 0, table = 'main' }: Given): FibRoute {
  const route = routeOf({ destination: cidr(to), device: device?.name, type, metric });
  return new FibRoute(route, device, table);
}

function fibOf(given: readonly Given[]): Fib {
  const fib = new Fib();
  for (const one of given) fib.add(entryOf(one));
  return fib;
}

function found(fib: Fib, address: string, device?: Device): string | undefined {
  return fib.lookup(ipv4(address), device)?.text.trim();
}

describe('a routing lookup', () => {
  it('takes the longest prefix', () => {
    const fib = fibOf([
      { to: '0.0.0.0/0', device: ENS5 },
      { to: '172.16.0.0/16', device: ENS5 },
      { to: '172.16.158.1/32', device: CALI1 },
    ]);
    expect(found(fib, '172.16.158.1')).to.equal('172.16.158.1 dev cali-pod1');
    expect(found(fib, '172.16.158.2')).to.equal('172.16.0.0/16 dev ens5');
    expect(found(fib, '8.8.8.8')).to.equal('default dev ens5');
  });

  it('takes the smallest metric of one prefix, in whatever order they came', () => {
    const given = [
      { to: '10.0.0.0/8', device: ENS5, metric: 200 },
      { to: '10.0.0.0/8', device: CALI1, metric: 100 },
    ];
    for (const list of [given, [...given].reverse()]) {
      expect(found(fibOf(list), '10.1.1.1')).to.equal('10.0.0.0/8 dev cali-pod1 metric 100');
    }
  });

  for (const type of ['blackhole', 'unreachable', 'prohibit'] as const) {
    it(`ends at ${type}, though a shorter prefix would have a way`, () => {
      const fib = fibOf([
        { to: '172.16.0.0/16', device: ENS5 },
        { to: '172.16.158.0/24', type },
      ]);
      expect(found(fib, '172.16.158.9')).to.equal(`${type} 172.16.158.0/24`);
      expect(found(fib, '172.16.158.9', ENS5)).to.equal(`${type} 172.16.158.0/24`);
    });
  }

  it('takes the table local before main for one prefix', () => {
    const fib = fibOf([
      { to: '10.1.1.1/32', device: ENS5 },
      { to: '10.1.1.1/32', device: CALI1, type: 'local', table: 'local' },
    ]);
    expect(found(fib, '10.1.1.1')).to.equal('local 10.1.1.1 dev cali-pod1');
  });

  it('bound to a device passes over routes by others, to shorter prefixes too', () => {
    const fib = fibOf([
      { to: '0.0.0.0/0', device: ENS5 },
      { to: '10.0.0.0/8', device: CALI1, metric: 1 },
      { to: '10.0.0.0/8', device: ENS5, metric: 2 },
      { to: '10.1.0.0/16', device: CALI1 },
    ]);
    expect(found(fib, '10.1.1.1', ENS5)).to.equal('10.0.0.0/8 dev ens5 metric 2');
    expect(found(fib, '8.8.8.8', CALI1)).to.equal(undefined);
  });

  it('finds a pod before the blackhole of its block, and the blackhole before the default', () => {
    const answers = ['172.16.158.1', '172.16.158.9', '172.16.184.1'].map((address) =>
      found(node.fib, address),
    );
    expect(answers).to.deep.equal([
      '172.16.158.1 dev cali-pod1 scope link',
      'blackhole 172.16.158.0/24 proto bird',
      'default via 192.168.10.1 dev ens5',
    ]);
  });

  it('finds nothing in an empty table', () => {
    expect(found(new Fib(), '8.8.8.8')).to.equal(undefined);
  });
});

describe('the routing table', () => {
  const octet = fc.constantFrom(0, 1, 2, 128, 255);
  const address = fc
    .tuple(octet, octet)
    .map(([one, two]): Ipv4 => ipv4FromBits((10 << 24) | (one << 8) | two));
  const given = fc.record({
    to: fc
      .tuple(address, fc.constantFrom(0, 8, 16, 17, 24, 25, 31, 32))
      .map(([bits, length]) => formatCidr(cidrOf(bits, length))),
    device: fc.constantFrom(...DEVICES),
    type: fc.constantFrom<RouteType>('unicast', 'unicast', 'blackhole', 'prohibit'),
    metric: fc.nat(2),
    table: fc.constantFrom<FibTable>('main', 'local'),
  });
  const withDevice = (one: Given): Given =>
    one.type === 'unicast' ? one : { ...one, device: undefined };

  const rank = ({ route, table }: FibRoute) =>
    (32 - route.destination.length) * 100 + (table === 'local' ? 0 : 10) + route.metric;

  it('answers as a scan of all routes does', () => {
    fc.assert(
      fc.property(
        fc.array(given.map(withDevice), { maxLength: 30 }),
        fc.array(fc.nat(40), { maxLength: 10 }),
        address,
        fc.option(fc.constantFrom(...DEVICES), { nil: undefined }),
        (list, removed, wanted, device) => {
          const entries = list.map(entryOf);
          const fib = new Fib();
          for (const entry of entries) fib.add(entry);
          const left = entries.filter((_, index) => !removed.includes(index));
          fib.flush((entry) => !left.includes(entry));
          const [best] = left
            .filter(({ route }) => cidrContains(route.destination, wanted))
            .filter((one) => !device || !one.device || one.device === device)
            .sort((one, other) => rank(one) - rank(other));
          expect(fib.lookup(wanted, device)).to.equal(best);
          expect([...fib.entries()]).to.have.members(left);
        },
      ),
    );
  });

  it('knows what each winner beats, the best first, also after changes', () => {
    const check = (fib: Fib, entries: readonly FibRoute[], wanted: Ipv4) => {
      const [best, ...rest] = entries
        .filter(({ route }) => cidrContains(route.destination, wanted))
        .sort((one, other) => rank(one) - rank(other));
      if (best !== undefined) expect(fib.beatenBy(best)).to.deep.equal(rest);
    };
    fc.assert(
      fc.property(
        fc.array(given.map(withDevice), { maxLength: 20 }),
        fc.array(fc.nat(20), { maxLength: 10 }),
        address,
        (list, removed, wanted) => {
          const entries = list.map(entryOf);
          const fib = new Fib();
          for (const entry of entries) fib.add(entry);
          check(fib, entries, wanted);
          const left = entries.filter((_, index) => !removed.includes(index));
          fib.flush((entry) => !left.includes(entry));
          check(fib, left, wanted);
        },
      ),
    );
  });

  it('knows nothing of entries that it does not hold', () => {
    const fib = fibOf([{ to: '0.0.0.0/0', device: ENS5 }]);
    expect(fib.beatenBy(node.broadcastEntry)).to.deep.equal([]);
  });

  it('is printed by address, the longer prefix first, then by metric; without the table local', () => {
    const fib = fibOf([
      { to: '172.16.158.1/32', device: CALI1 },
      { to: '172.16.158.0/24', type: 'blackhole' },
      { to: '10.0.0.0/8', device: ENS5, metric: 20 },
      { to: '10.0.0.0/8', device: CALI1, metric: 10 },
      { to: '10.0.0.0/24', device: CALI1 },
      { to: '0.0.0.0/0', device: ENS5 },
      { to: '192.168.10.101/32', device: ENS5, type: 'local', table: 'local' },
    ]);
    expect(fib.routes('main').map((route) => formatRoute(route).trim())).to.deep.equal([
      'default dev ens5',
      '10.0.0.0/24 dev cali-pod1',
      '10.0.0.0/8 dev cali-pod1 metric 10',
      '10.0.0.0/8 dev ens5 metric 20',
      'blackhole 172.16.158.0/24',
      '172.16.158.1 dev cali-pod1',
    ]);
  });
});
