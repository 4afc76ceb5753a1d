import { expect } from 'chai';
import fc from 'fast-check';
import { cidrOf } from '../../../addr/cidr';
import { ipv4FromBits } from '../../../addr/ipv4';
import { formatRoute } from '../../../host/format-route';
import type { Route } from '../../../host/route';
import { IpWords } from '../ip-words';
import { parseRoute } from './parse-route';

const address = fc.nat(0xffffffff).map(ipv4FromBits);
const prefix = fc.tuple(address, fc.nat(32)).map(([bits, length]) => cidrOf(bits, length));
const origin = {
  destination: prefix,
  proto: fc.constantFrom('kernel', 'boot', 'static', 'bird', '80'),
  metric: fc.nat(0xffffffff),
} as const;

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.record({
    ...origin,
    type: fc.constant('unicast' as const),
    via: address,
    device: fc.constantFrom('eth0', 'tunl0', undefined),
    source: fc.option(address, { nil: undefined }),
    scope: fc.constant('global' as const),
    onlink: fc.boolean(),
    mtu: fc.integer({ min: 68, max: 65_535 }),
  }),
  fc.record({
    ...origin,
    type: fc.constant('unicast' as const),
    via: fc.constant(undefined),
    device: fc.constant('cali0a1b2c3d4e5'),
    source: fc.option(address, { nil: undefined }),
    scope: fc.constantFrom('link', 'host'),
    onlink: fc.constant(false),
  }),
  fc.record({
    ...origin,
    type: fc.constantFrom('blackhole', 'unreachable', 'prohibit', 'throw'),
    via: fc.constant(undefined),
    device: fc.constant(undefined),
    source: fc.constant(undefined),
    scope: fc.constant('global' as const),
    onlink: fc.constant(false),
  }),
);

describe('the words of a route', () => {
  it('read back as they are printed', () => {
    fc.assert(
      fc.property(route, (one) => {
        expect(parseRoute(new IpWords(formatRoute(one).split(' ')))).to.deep.equal(one);
      }),
    );
  });
});
