import { expect } from 'chai';
import fc from 'fast-check';
import { cidr } from '../addr/cidr';
import { ipv4 } from '../addr/ipv4';
import { mac } from '../addr/mac';
import type { Rule } from '../netfilter/rule';
import { diffHostStates } from './diff-host-states';
import { EMPTY_HOST_STATE, type HostState } from './host-state';
import { hostIn, type NaiveHost } from './naive-host.fixture';
import type { LinkSpec } from './op';
import type { Route } from './route';

/** As sorted text; sysctls are looked at by themselves, for they are never unset. */
const partsOf = ({ links, routes, entries, ipsets, chains, hooks }: NaiveHost) =>
  [links, routes, entries, ipsets, chains]
    .map((part) => [...part].map((entry) => JSON.stringify(entry)).sort())
    .concat([
      [...hooks]
        .filter(([, rules]) => rules.length > 0)
        .map((hook) => JSON.stringify(hook))
        .sort(),
    ]);

function expectToLead(from: HostState, to: HostState): void {
  const host = hostIn(from).applyAll(diffHostStates(from, to));
  expect(partsOf(host)).to.deep.equal(partsOf(hostIn(to)));
  for (const [path, value] of to.sysctls) expect(host.sysctls.get(path), path).to.equal(value);
}

const DEVICES = ['cali1', 'cali2', 'tunl0', 'vxlan.calico'];

const linkOf = (name: string, mtu: number, variant: number): LinkSpec => {
  const address = mac(`ee:ee:ee:ee:ee:0${variant}`);
  switch (name) {
    case 'tunl0':
      return { kind: 'ipip', name, mtu };
    case 'vxlan.calico':
      return {
        kind: 'vxlan',
        name,
        mac: address,
        mtu,
        vni: 4096 + variant,
        port: 4789,
        local: ipv4('10.0.0.1'),
        device: 'ens5',
      };
    default: {
      const peer = { netns: `pod${variant}`, name: 'eth0', mac: address, mtu: 1480 };
      return { kind: 'veth', name, mac: address, mtu, peer };
    }
  }
};

const links = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom(...DEVICES),
      mtu: fc.constantFrom(1450, 1480),
      variant: fc.nat(1),
    }),
    { selector: ({ name }) => name },
  )
  .map((all) => all.map(({ name, mtu, variant }) => linkOf(name, mtu, variant)));

const route = (devices: readonly string[]): fc.Arbitrary<Route> =>
  fc
    .record({
      device: fc.constantFrom(undefined, ...devices),
      prefix: fc.constantFrom('172.16.0.0/24', '172.16.1.0/24', '172.16.0.3/32'),
      metric: fc.constantFrom(0, 100),
      hasGateway: fc.boolean(),
    })
    .map(({ device, prefix, metric, hasGateway }) => ({
      type: device === undefined ? 'blackhole' : 'unicast',
      destination: cidr(prefix),
      via: hasGateway && device !== undefined ? ipv4('192.168.10.10') : undefined,
      device,
      source: undefined,
      scope: 'global',
      proto: 'bird',
      metric,
      onlink: hasGateway,
    }));

const CHAINS = ['cali-a', 'cali-b', 'cali-c', 'cali-d'];
const SETS = ['cali40one', 'cali40two'];

/** Chains lead only to later ones of the list, as chains never lead in a circle. */
const rules = (callees: readonly string[], sets: readonly string[]): fc.Arbitrary<Rule[]> => {
  const matches = fc.constantFrom<Rule['matches']>(
    [],
    ...sets.map((name): Rule['matches'] => [
      { kind: 'set', name, directions: ['src'], inverted: false },
    ]),
  );
  const target = fc.constantFrom<Rule['target']>(
    { kind: 'accept' },
    ...callees.map((chain): Rule['target'] => ({ kind: 'jump', chain })),
  );
  return fc.array(fc.record({ matches, target }), { maxLength: 3 });
};

const ruleParts = fc
  .record({ chains: fc.subarray(CHAINS), sets: fc.subarray(SETS) })
  .chain(({ chains, sets }) =>
    fc.record({
      ipsets: fc.tuple(
        ...sets.map((name) =>
          fc.record({
            name: fc.constant(name),
            type: fc.constant('hash:net' as const),
            members: fc.subarray(['10.0.0.0/8', '172.16.0.0/16']),
          }),
        ),
      ),
      chains: fc.shuffledSubarray(chains, { minLength: chains.length }).chain((shuffled) =>
        fc.tuple(
          ...shuffled.map((name) =>
            fc.record({
              table: fc.constant('filter' as const),
              name: fc.constant(name),
              rules: rules(chains.slice(chains.indexOf(name) + 1), sets),
            }),
          ),
        ),
      ),
      hooks: fc.array(
        fc.record({
          table: fc.constant('filter' as const),
          chain: fc.constant('FORWARD'),
          inserted: rules(chains, sets),
          appended: rules(chains, sets),
        }),
        { maxLength: 1 },
      ),
    }),
  );

const deviceParts = links.chain((all) => {
  const devices = all.map(({ name }) => name);
  if (devices.length === 0) return fc.constant({});
  const device = fc.constantFrom(...devices);
  return fc.record({
    links: fc.constant(all),
    addresses: fc.uniqueArray(
      fc.record({
        device,
        address: fc.constantFrom(
          { address: ipv4('172.16.0.0'), length: 32 },
          { address: ipv4('172.16.0.1'), length: 32 },
        ),
        scope: fc.constant('global' as const),
      }),
      { selector: (one) => `${one.device} ${one.address.address}` },
    ),
    routes: fc.uniqueArray(route(devices), {
      selector: ({ destination, metric }) => `${JSON.stringify(destination)} ${metric}`,
    }),
    neighbours: fc.uniqueArray(
      fc.record({
        device,
        address: fc.constant(ipv4('172.16.1.0')),
        mac: fc.constantFrom(mac('66:00:00:00:00:01'), mac('66:00:00:00:00:02')),
      }),
      { selector: (one) => one.device },
    ),
    fdb: fc.uniqueArray(
      fc.record({
        device,
        mac: fc.constant(mac('66:00:00:00:00:01')),
        remote: fc.constantFrom(ipv4('192.168.10.10'), ipv4('192.168.10.11')),
      }),
      { selector: (one) => one.device },
    ),
    sysctls: fc
      .array(fc.tuple(device, fc.constantFrom('0', '1')))
      .map(
        (pairs) =>
          new Map(pairs.map(([name, value]) => [`net.ipv4.conf.${name}.forwarding`, value])),
      ),
  });
});

const state: fc.Arbitrary<HostState> = fc
  .tuple(deviceParts, ruleParts)
  .map(([devices, ruled]) => ({ ...EMPTY_HOST_STATE, ...devices, ...ruled }));

describe('the difference of two host states', () => {
  it('leads from any state to any other', () => {
    fc.assert(fc.property(state, state, expectToLead), { numRuns: 300 });
  });

  it('is nothing between equal states', () => {
    fc.assert(
      fc.property(state, (one) => {
        expect(diffHostStates(one, structuredClone(one))).to.deep.equal([]);
      }),
      { numRuns: 100 },
    );
  });

  it('makes the device before what is on it, and takes it away at the end', () => {
    const devices: HostState = {
      ...EMPTY_HOST_STATE,
      links: [linkOf('tunl0', 1480, 0)],
      addresses: [
        { device: 'tunl0', address: { address: ipv4('172.16.0.0'), length: 32 }, scope: 'global' },
      ],
    };
    const kinds = (from: HostState, to: HostState) =>
      diffHostStates(from, to).map(({ kind }) => kind);
    expect(kinds(EMPTY_HOST_STATE, devices)).to.deep.equal(['link-add', 'link-up', 'address-add']);
    expect(kinds(devices, EMPTY_HOST_STATE)).to.deep.equal(['link-delete']);
  });
});
