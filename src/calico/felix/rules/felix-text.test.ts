/**
 * Each match and each action is written down twice: as Felix spells it, and as netfilter's value. What
 * iptables makes of the spelling must be the value.
 */
import { expect } from 'chai';
import { ipv4 } from '../../../addr/ipv4';
import { parseRule } from '../../../netfilter/parse-rule';
import { renderRule } from '../../../netfilter/render-rule';
import { splitWords } from '../../../netfilter/words';
import { type CalicoRelease, RELEASE_TRAITS } from '../../release';
import { DEFAULT_FELIX_SETTINGS, type FelixSettings } from '../felix-settings';
import { dispatchChains } from './dispatch-chains';
import { endpointChain } from './endpoint-chains';
import { type FelixChain, fragment, renderRules, ruleIds } from './felix-rule';
import { filterChains } from './filter-chains';
import { mangleChains } from './mangle-chains';
import { natChains } from './nat-chains';
import { profileChain } from './profile-chains';
import { rawChains } from './raw-chains';
import type { StaticInput } from './static-input';

const EVERY_SETTING: FelixSettings = {
  ...DEFAULT_FELIX_SETTINGS,
  natPortRange: { low: 32768, high: 65535 },
  natOutgoingAddress: ipv4('192.168.10.200'),
  natOutgoingExclusions: 'IPPoolsAndHostIPs',
  iptablesNATOutgoingInterfaceFilter: 'eth+',
  serviceLoopPrevention: 'Reject',
  defaultEndpointToHostAction: 'RETURN',
  interfacePrefix: ['cali', 'tap'],
};

function everyChain(release: CalicoRelease, settings: FelixSettings): readonly FelixChain[] {
  const traits = RELEASE_TRAITS[release];
  const input: StaticInput = {
    marks: traits.marks,
    natPostrouting: traits.natPostrouting,
    settings,
    hasIpip: true,
    hasVxlan: true,
    tunnelDevices: ['tunl0', 'vxlan.calico'],
    hasNatOutgoingPool: true,
    blockedCidrs: ['10.96.0.0/12'],
    rpfSkips: [{ workloadInterface: 'cali1', source: '10.0.0.0/8' }],
  };
  const endpoint = { workloadInterface: 'cali1', profiles: ['kns.default', 'ksa.default.default'] };
  return [
    ...rawChains(input),
    ...mangleChains(input),
    ...natChains(input),
    ...filterChains(input),
    ...(['ingress', 'egress'] as const).flatMap((direction) => [
      ...dispatchChains(direction, ['cali1', 'cali11', 'cali2']),
      endpointChain(direction, endpoint, traits, settings),
      ...endpoint.profiles.map((profile) => profileChain(direction, profile, traits)),
    ]),
  ];
}

describe('what Felix writes for iptables-restore', () => {
  for (const release of Object.keys(RELEASE_TRAITS) as readonly CalicoRelease[]) {
    for (const settings of [DEFAULT_FELIX_SETTINGS, EVERY_SETTING]) {
      const how = settings === DEFAULT_FELIX_SETTINGS ? 'by default' : 'with every setting';
      it(`is read as the rules that it means, in ${release} ${how}`, () => {
        for (const { name, rules } of everyChain(release, settings)) {
          const ids = ruleIds(name, rules);
          const read = rules.map((rule, index) =>
            parseRule(splitWords(`-m comment --comment "cali:${ids[index]}" ${fragment(rule)}`)),
          );
          expect(
            read.map((rule) => renderRule(rule)),
            name,
          ).to.deep.equal(renderRules(name, () => rules).map((rule) => renderRule(rule)));
        }
      });
    }
  }
});
