import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { cidr } from '../../addr/cidr';
import { formatIpv4 } from '../../addr/ipv4';
import { formatMac } from '../../addr/mac';
import { diffHostStates } from '../../host/diff-host-states';
import { formatRoute } from '../../host/format-route';
import { EMPTY_HOST_STATE, type HostState } from '../../host/host-state';
import { hostIn, type NaiveHost } from '../../host/naive-host.fixture';
import { matchModule } from '../../netfilter/matches/index';
import type { Rule } from '../../netfilter/rule';
import { targetModule } from '../../netfilter/targets/index';
import { endpointOf, KANS, KANS_POOL, nodeNamed, withPool } from '../kans.fixture';
import type { CalicoModel } from '../model';
import { nodeState } from '../node-state';
import { felixState } from './felix';

const stateOf = (model: CalicoModel, node = 'k8s-w1') => nodeState(model, nodeNamed(model, node));

const ruleText = ({ matches, target }: Rule): string =>
  [
    ...matches.map((match) => matchModule(match).render(match)),
    ...(target === undefined ? [] : [targetModule(target).render(target)]),
  ].join(' ');

const KERNEL_CHAINS = {
  filter: ['INPUT', 'FORWARD', 'OUTPUT'],
  nat: ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING'],
  mangle: ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'],
  raw: ['PREROUTING', 'OUTPUT'],
} as const;

/** As `iptables-save` lists a state: the kernel's chains in their order, Felix's by name. */
function iptablesSave({ chains, hooks }: HostState): string {
  return (['filter', 'nat', 'mangle', 'raw'] as const)
    .map((table) => {
      const own = chains.filter((chain) => chain.table === table);
      const sorted = [...own].sort((one, other) => (one.name < other.name ? -1 : 1));
      const kernels = KERNEL_CHAINS[table];
      const hooked = kernels.flatMap((chain) =>
        hooks
          .filter((hook) => hook.table === table && hook.chain === chain)
          .flatMap(({ inserted, appended }) => [...inserted, ...appended])
          .map((rule) => `-A ${chain} ${ruleText(rule)}`),
      );
      return [
        `*${table}`,
        ...kernels.map((chain) => `:${chain} ACCEPT [0:0]`),
        ...sorted.map(({ name }) => `:${name} - [0:0]`),
        ...hooked,
        ...sorted.flatMap(({ name, rules }) => rules.map((rule) => `-A ${name} ${ruleText(rule)}`)),
        'COMMIT',
        '',
      ].join('\n');
    })
    .join('');
}

const GOLDEN = readFileSync(join(__dirname, 'k8s-w1.iptables-save.golden'), 'utf8');

describe('Felix on k8s-w1', () => {
  it('programs what iptables-save shows of the rules that Calico renders, line for line', () => {
    expect(iptablesSave(stateOf(KANS)).split('\n')).to.deep.equal(GOLDEN.split('\n'));
  });

  it('fills its IP sets', () => {
    expect(felixState(KANS, nodeNamed(KANS, 'k8s-w1')).ipsets).to.deep.equal([
      { name: 'cali40all-ipam-pools', type: 'hash:net', members: ['172.16.0.0/16'] },
      { name: 'cali40masq-ipam-pools', type: 'hash:net', members: ['172.16.0.0/16'] },
      {
        name: 'cali40all-hosts-net',
        type: 'hash:net',
        members: ['192.168.10.10', '192.168.20.100', '192.168.10.101', '192.168.10.102'],
      },
      {
        name: 'cali40this-host',
        type: 'hash:ip',
        members: ['127.0.0.1', '192.168.10.101', '172.16.158.0'],
      },
    ]);
  });

  it('has the routes that a real node shows', () => {
    expect(stateOf(KANS).routes.map(formatRoute).sort()).to.deep.equal([
      '172.16.116.0/24 via 192.168.10.10 dev tunl0 proto bird onlink',
      '172.16.158.2 dev calibd2348b4f67 scope link',
      '172.16.158.3 dev calice0906292e2 scope link',
      '172.16.184.0/24 via 192.168.10.102 dev tunl0 proto bird onlink',
      '172.16.34.0/24 via 192.168.20.100 dev tunl0 proto bird onlink',
      'blackhole 172.16.158.0/24 proto bird',
    ]);
  });

  it('sets the sysctls of a pod’s interface', () => {
    const model = { ...KANS, endpoints: [endpointOf('pod1', 'k8s-w1', '172.16.158.3')] };
    const conf = 'net.ipv4.conf.calice0906292e2';
    expect([...stateOf(model).sysctls].sort()).to.deep.equal([
      [`${conf}.forwarding`, '1'],
      [`${conf}.proxy_arp`, '1'],
      [`${conf}.route_localnet`, '1'],
      [`${conf}.rp_filter`, '1'],
      ['net.ipv4.ip_forward', '1'],
      ['net.ipv4.neigh.calice0906292e2.proxy_delay', '0'],
      ['net.ipv6.conf.calice0906292e2.accept_ra', '0'],
    ]);
  });

  it('lets a pod send from other addresses where it is allowed to', () => {
    const pod = {
      ...endpointOf('pod1', 'k8s-w1', '172.16.158.3'),
      allowedSourcePrefixes: [cidr('10.0.0.0/8')],
    };
    const felix = { ...KANS.felix, workloadSourceSpoofing: 'Any' as const };
    const state = stateOf({ ...KANS, endpoints: [pod], felix });
    const skip = state.chains.find(({ name }) => name === 'cali-rpf-skip');
    expect(
      skip?.rules.map(ruleText).map((text) => text.replace(/cali:[\w-]+/, 'cali:…')),
    ).to.deep.equal(['-s 10.0.0.0/8 -i calice0906292e2 -m comment --comment "cali:…" -j ACCEPT']);
    expect(state.sysctls.get('net.ipv4.conf.calice0906292e2.rp_filter')).to.equal('0');
  });

  it('empties cali-nat-outgoing and keeps it where natOutgoing is off', () => {
    const state = stateOf(withPool({ natOutgoing: false }));
    expect(state.chains.find(({ name }) => name === 'cali-nat-outgoing')?.rules).to.deep.equal([]);
    expect(
      state.ipsets.find(({ name }) => name === 'cali40masq-ipam-pools')?.members,
    ).to.deep.equal([]);
  });

  it('hooks nat’s POSTROUTING at the end since v3.28.2', () => {
    const hook = stateOf({ ...KANS, release: 'v3.28' }).hooks.find(
      ({ table, chain }) => table === 'nat' && chain === 'POSTROUTING',
    );
    expect(hook?.inserted).to.deep.equal([]);
    expect(hook?.appended.map(ruleText)).to.deep.equal([
      '-m comment --comment "cali:0i8pjzKKPyA34aQD" -j cali-POSTROUTING',
    ]);
  });
});

describe('Felix with VXLAN', () => {
  const VXLAN = withPool({ ipipMode: 'Never', vxlanMode: 'Always' });

  it('makes vxlan.calico and tells it of every other node', () => {
    const { links, addresses, neighbours, fdb } = stateOf(VXLAN);
    const device = links.find(({ kind }) => kind === 'vxlan');
    expect(device).to.deep.include({
      name: 'vxlan.calico',
      mtu: 1450,
      vni: 4096,
      port: 4789,
      device: 'ens5',
    });
    expect(addresses.map(({ address }) => formatIpv4(address.address))).to.deep.equal([
      '172.16.158.0',
    ]);
    expect(
      neighbours.map(({ address, mac }) => `${formatIpv4(address)} ${formatMac(mac)}`),
    ).to.include('172.16.116.0 66:04:03:49:b1:1e');
    expect(fdb.map(({ mac, remote }) => `${formatMac(mac)} ${formatIpv4(remote)}`)).to.include(
      '66:04:03:49:b1:1e 192.168.10.10',
    );
  });

  it('programs the routes itself, own blocks included', () => {
    const routes = stateOf({ ...VXLAN, endpoints: [] })
      .routes.map(formatRoute)
      .sort();
    expect(routes).to.deep.equal([
      '172.16.116.0/24 via 172.16.116.0 dev vxlan.calico onlink',
      '172.16.184.0/24 via 172.16.184.0 dev vxlan.calico onlink',
      '172.16.34.0/24 via 172.16.34.0 dev vxlan.calico onlink',
      'blackhole 172.16.158.0/24 proto 80',
    ]);
  });

  it('goes directly to neighbours under CrossSubnet', () => {
    const model = withPool({ ipipMode: 'Never', vxlanMode: 'CrossSubnet' });
    const routes = stateOf({ ...model, endpoints: [] })
      .routes.map(formatRoute)
      .sort();
    expect(routes).to.deep.equal([
      '172.16.116.0/24 via 192.168.10.10 dev ens5 proto 80 onlink',
      '172.16.184.0/24 via 192.168.10.102 dev ens5 proto 80 onlink',
      '172.16.34.0/24 via 172.16.34.0 dev vxlan.calico onlink',
      'blackhole 172.16.158.0/24 proto 80',
    ]);
  });
});

describe('what Calico wants of a node', () => {
  const models: readonly CalicoModel[] = [
    KANS,
    withPool({ ipipMode: 'CrossSubnet' }),
    withPool({ ipipMode: 'Never', vxlanMode: 'Always' }),
    withPool({ ipipMode: 'Never', vxlanMode: 'CrossSubnet', natOutgoing: false }),
    withPool({ ipipMode: 'Never' }),
    { ...KANS, release: 'v3.30', pools: [KANS_POOL] },
    { ...KANS, endpoints: [] },
    { ...KANS, endpoints: [endpointOf('pod3', 'k8s-w1', '172.16.158.3')] },
    { ...KANS, felix: { ...KANS.felix, chainInsertMode: 'append' } },
    { ...KANS, bgp: { ...KANS.bgp, nodeToNodeMeshEnabled: false } },
  ];

  it('depends on where the cluster is, not on how it got there', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...models), { minLength: 1, maxLength: 6 }), (walk) => {
        const host = hostIn(EMPTY_HOST_STATE);
        let state: HostState = EMPTY_HOST_STATE;
        for (const model of walk) {
          const next = stateOf(model);
          host.applyAll(diffHostStates(state, next));
          state = next;
        }
        const wanted = hostIn(state);
        for (const part of ['links', 'routes', 'entries', 'ipsets', 'chains'] as const) {
          const entries = (one: NaiveHost) => Object.fromEntries<unknown>(one[part]);
          expect(entries(host), part).to.deep.equal(entries(wanted));
        }
        expect(host.hooks).to.deep.equal(wanted.hooks);
      }),
      { numRuns: 40 },
    );
  });

  it('shares what the nodes have in common', () => {
    const [one, other] = [stateOf(KANS, 'k8s-m'), stateOf(KANS, 'k8s-w2')];
    expect(one.hooks).to.equal(other.hooks);
    expect(one.chains.every((chain) => other.chains.includes(chain))).to.equal(true);
  });

  it('renders nothing again for a pod that stays as it is', () => {
    const more = {
      ...KANS,
      endpoints: [...KANS.endpoints, endpointOf('pod3', 'k8s-w1', '172.16.158.4')],
    };
    const restored = diffHostStates(stateOf(KANS), stateOf(more)).flatMap((op) =>
      op.kind === 'chain-restore' ? [op.chain] : [],
    );
    expect(restored.sort()).to.deep.equal(
      [
        'cali-from-wl-dispatch',
        `cali-fw-${endpointOf('pod3', 'k8s-w1', '0.0.0.0').interface}`,
        'cali-to-wl-dispatch',
        `cali-tw-${endpointOf('pod3', 'k8s-w1', '0.0.0.0').interface}`,
      ].sort(),
    );
  });
});
