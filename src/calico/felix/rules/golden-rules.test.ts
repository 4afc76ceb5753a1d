import { expect } from 'chai';
import { ipv4 } from '../../../addr/ipv4';
import { type CalicoRelease, RELEASE_TRAITS } from '../../release';
import { DEFAULT_FELIX_SETTINGS } from '../felix-settings';
import { dispatchChains } from './dispatch-chains';
import { type FelixChain, fragment, ruleIds } from './felix-rule';
import { filterChains } from './filter-chains';
import * as golden from './golden-rules.fixture';
import { mangleChains } from './mangle-chains';
import { natChains } from './nat-chains';
import { profileChain } from './profile-chains';
import { rawChains } from './raw-chains';
import type { StaticInput } from './static-input';

const input = (release: CalicoRelease, changes: Partial<StaticInput> = {}): StaticInput => ({
  marks: RELEASE_TRAITS[release].marks,
  natPostrouting: RELEASE_TRAITS[release].natPostrouting,
  settings: DEFAULT_FELIX_SETTINGS,
  hasIpip: true,
  hasVxlan: false,
  tunnelDevices: ['tunl0'],
  hasNatOutgoingPool: true,
  blockedCidrs: ['10.96.0.0/12'],
  rpfSkips: [],
  ...changes,
});

const lines = (table: string, { name, rules }: FelixChain): string[] => {
  const ids = ruleIds(name, rules);
  return rules.map((rule, index) => `${table} ${name} ${ids[index]} ${fragment(rule)}`);
};

const staticLines = (wanted: StaticInput): string[] => [
  ...rawChains(wanted).flatMap((chain) => lines('raw', chain)),
  ...mangleChains(wanted).flatMap((chain) => lines('mangle', chain)),
  ...natChains(wanted).flatMap((chain) => lines('nat', chain)),
  ...filterChains(wanted).flatMap((chain) => lines('filter', chain)),
  ...dispatchChains('egress', []).flatMap((chain) => lines('filter', chain)),
  ...dispatchChains('ingress', []).flatMap((chain) => lines('filter', chain)),
];

/** The lines of the chains that the golden text has, in its order. */
function expectChains(wanted: StaticInput, text: string): void {
  const expected = text.trim().split('\n');
  const chainOf = (line: string) => line.split(' ').slice(0, 2).join(' ');
  const chains = new Set(expected.map(chainOf));
  const found = staticLines(wanted).filter((line) => chains.has(chainOf(line)));
  expect(found.sort()).to.deep.equal(expected.sort());
}

describe('Felix’s static chains, rule for rule and hash for hash', () => {
  it('are those of v3.22 to v3.29 with IPIP', () => {
    expectChains(input('v3.27'), golden.IPIP);
    expectChains(input('v3.28'), golden.IPIP);
  });

  it('move their marks in v3.30', () => {
    expectChains(input('v3.30'), golden.IPIP_V3_30);
  });

  it('let VXLAN in and out where pools want VXLAN', () => {
    const vxlan = { hasIpip: false, hasVxlan: true, tunnelDevices: ['vxlan.calico'] };
    expectChains(input('v3.27', vxlan), golden.VXLAN);
  });

  it('speak of no tunnel where no pool wants one', () => {
    expectChains(input('v3.27', { hasIpip: false, tunnelDevices: [] }), golden.NO_TUNNEL);
  });

  it('have both where both are wanted', () => {
    const both = { hasVxlan: true, tunnelDevices: ['tunl0', 'vxlan.calico'] };
    expectChains(input('v3.27', both), golden.IPIP_AND_VXLAN);
  });

  it('return to the host’s own rules where the default action is RETURN', () => {
    const settings = { ...DEFAULT_FELIX_SETTINGS, defaultEndpointToHostAction: 'RETURN' as const };
    expectChains(input('v3.27', { settings }), golden.RETURN_TO_HOST);
  });

  it('keep the failsafe ports open, in raw for replies too', () => {
    expectChains(input('v3.27'), golden.FAILSAFE);
    const inbound = golden.FAILSAFE.trim().split('\n').slice(0, 9);
    const inFilter = staticLines(input('v3.27')).filter((line) =>
      line.startsWith('filter cali-failsafe-in'),
    );
    expect(inFilter).to.deep.equal(inbound.map((line) => line.replace('raw', 'filter')));
  });
});

describe('cali-nat-outgoing', () => {
  const address = ipv4('192.168.10.200');
  const ports = { low: 32768, high: 65535 };
  for (const [what, changes, ids] of [
    [
      'takes its ports from natPortRange',
      { natPortRange: ports },
      [
        '0FiLbLUQzAUYtJHl',
        'XLrCoKWpegyw97MY',
        '_zD8FrFY7Ve2BAZQ',
        'GK81wqkRsIYvcqPf',
        'b7QLQf5Vz4xHqoya',
      ],
    ],
    ['takes natOutgoingAddress', { natOutgoingAddress: address }, ['jj6kgCzGexfF8JCH']],
    [
      'leaves hosts alone since v3.31',
      { natOutgoingExclusions: 'IPPoolsAndHostIPs' },
      ['799OFM9czGQJDhcV'],
    ],
    [
      'keeps to one interface',
      { iptablesNATOutgoingInterfaceFilter: 'eth0' },
      ['RChbfoeHPFcciOfM'],
    ],
  ] as const) {
    it(what, () => {
      const settings = { ...DEFAULT_FELIX_SETTINGS, ...changes };
      const chain = natChains(input('v3.27', { settings })).find(
        ({ name }) => name === 'cali-nat-outgoing',
      );
      expect(ruleIds('cali-nat-outgoing', chain?.rules ?? [])).to.deep.equal(ids);
    });
  }

  it('takes both an address and ports', () => {
    const settings = {
      ...DEFAULT_FELIX_SETTINGS,
      natOutgoingAddress: address,
      natPortRange: ports,
    };
    const chain = natChains(input('v3.27', { settings })).find(
      ({ name }) => name === 'cali-nat-outgoing',
    );
    const ids = ruleIds('cali-nat-outgoing', chain?.rules ?? []);
    expect([ids[0], ids[4]]).to.deep.equal(['sm_ifPcPtl5G9VKa', 'o5TlwF_yW_OmTl1I']);
  });

  it('is empty where no pool has natOutgoing', () => {
    const found = staticLines(input('v3.27', { hasNatOutgoingPool: false }));
    expect(found.filter((line) => line.includes('cali-nat-outgoing '))).to.deep.equal([]);
  });
});

describe('the chains of profiles', () => {
  for (const [direction, profile, ids] of [
    ['ingress', 'kns.default', ['WMSw8BmYOknRHfsz', 'z015TBt2tO4F28NC']],
    ['egress', 'kns.default', ['Vr81boRqq4V77Sg8', '2CkTlvGj1F9ZRYXl']],
    ['ingress', 'ksa.default.default', ['PrckJA84jX_kGp99']],
    ['egress', 'ksa.default.default', ['bUZzZcietq9v5Ybq']],
    ['ingress', 'ksa.kube-system.coredns', ['WqgznqAQ-uYV0oBx']],
    ['egress', 'ksa.kube-system.coredns', ['0-_UPh39dt5XfhmJ']],
  ] as const) {
    it(`${profile} ${direction}`, () => {
      const chain = profileChain(direction, profile, RELEASE_TRAITS['v3.27']);
      expect(ruleIds(chain.name, chain.rules)).to.deep.equal(ids);
    });
  }

  it('end at the last Allow since v3.28', () => {
    const chain = profileChain('ingress', 'kns.kube-system', RELEASE_TRAITS['v3.28']);
    expect(ruleIds(chain.name, chain.rules)).to.deep.equal(['J1TyxtHWd0qaBGK-']);
  });
});

describe('the dispatch chains', () => {
  it('put names that share their next character into a chain of their own', () => {
    const names = ['calice0906292e2', 'calibd2348b4f67', 'calic04819f12a9'];
    const found = (['egress', 'ingress'] as const).flatMap((direction) =>
      dispatchChains(direction, names).map(({ name, rules }) => [name, ruleIds(name, rules)]),
    );
    expect(found).to.deep.equal([
      ['cali-from-wl-dispatch', ['3xWAlaHyQL3_4Fri', 'ifL0VyxqKRuJu2xN', 'kA6OhiwbUL9jDCNO']],
      ['cali-from-wl-dispatch-c', ['6fVMy3ivYb5y0ox7', 'GHiBySNEbDxLoS9f', 'X2kpzJ82oX55z1O_']],
      ['cali-to-wl-dispatch', ['tnNpjRRxNbcbtlGg', 'rGGi74P866nX8EfE', 'iFMDAZVh8Y8W18iP']],
      ['cali-to-wl-dispatch-c', ['sZBTbkWdOYjzPdC4', 'w89B13XU5vcywDGO', 'S-kHMYMS1PVm4B1l']],
    ]);
  });
});
