/**
 * The chains of one pod as somebody's cluster of v3.28 showed them: endpoint 839f4f93e61 of
 * namespace calico-system, profiles and dispatch included.
 */
import { expect } from 'chai';
import { RELEASE_TRAITS } from '../../release';
import { DEFAULT_FELIX_SETTINGS } from '../felix-settings';
import { dispatchChains } from './dispatch-chains';
import { endpointChain } from './endpoint-chains';
import { type FelixChain, ruleIds } from './felix-rule';
import { profileChain } from './profile-chains';

const POD = 'cali839f4f93e61';
const PROFILES = ['kns.calico-system', 'ksa.calico-system.default'];
const TRAITS = RELEASE_TRAITS['v3.28.1'];

const chain = (direction: 'ingress' | 'egress') =>
  endpointChain(
    direction,
    { workloadInterface: POD, profiles: PROFILES },
    TRAITS,
    DEFAULT_FELIX_SETTINGS,
  );

const PUBLISHED: readonly (readonly [name: string, chain: FelixChain, ids: string])[] = [
  [
    'cali-fw-cali839f4f93e61',
    chain('egress'),
    'OMdV1VmYvgay0Ju_ 9GTJTvgFoQSuHKyd z8vZgauvdvTX14jS WJxdljn16dqhpgmF rzce_8ES3RZZ9abT cr3QRQN7OZshnwZM yQFK3WKtWLN-RIEH bGNGJdfsMA4VCnAZ 4jKZ60Lo3ApMmZll tzuXKpDyOxEZ7V_o',
  ],
  [
    'cali-tw-cali839f4f93e61',
    chain('ingress'),
    'aAGPL5ce-sfWvtEi uGYjECSJP78AgcRn MwKebX5wAu_THC67 AgNwg8ifzTwYQcWu 7Wl-PUKK1Kcq6eU- Kn5_KGJdoAzoXq9Q xHcktBvIC6Kjdl7A hHYkwi_qPKC7uR09',
  ],
  [
    'cali-pri-kns.calico-system',
    profileChain('ingress', 'kns.calico-system', TRAITS),
    'hLANj-OVIyT53h_j',
  ],
  [
    'cali-pro-kns.calico-system',
    profileChain('egress', 'kns.calico-system', TRAITS),
    'gWxJzCZXxl31NR0P',
  ],
  [
    'cali-pri-_og73BH3DuNOZrbBKFW',
    profileChain('ingress', 'ksa.calico-system.default', TRAITS),
    'OzmBDJrkeSSUiXhX',
  ],
  [
    'cali-pro-_og73BH3DuNOZrbBKFW',
    profileChain('egress', 'ksa.calico-system.default', TRAITS),
    '09a9ZBFOA1dZ4RN5',
  ],
  [
    'cali-pro-kns.kube-system',
    profileChain('egress', 'kns.kube-system', TRAITS),
    'tgOR2S8DVHZW3F1M',
  ],
];

describe('the chains of a published pod', () => {
  for (const [name, rendered, ids] of PUBLISHED) {
    it(`have the hashes of ${name}`, () => {
      expect(rendered.name).to.equal(name);
      expect(ruleIds(rendered.name, rendered.rules)).to.deep.equal(ids.split(' '));
    });
  }

  it('are reached by a child chain where two begin alike, on another node', () => {
    const names = [
      '1dac8782bdb',
      '3579be14420',
      '6945b3c77c1',
      '6f60a778e0b',
      '868a4e4c0db',
      '9d04617f188',
    ];
    const found = dispatchChains(
      'egress',
      names.map((name) => `cali${name}`),
    ).map(({ name, rules }) => `${name} ${ruleIds(name, rules).join(' ')}`);
    expect(found).to.deep.equal([
      'cali-from-wl-dispatch aHK7yU_mJjLvN9P9 wHNdnT4ytw3hnQFt _b2AeThG6a53s1Jk Bb81zxJNbVhCAzR- RzmU3PGwDi5LZ3Y1 CPCo32RHIaeTT15t',
      'cali-from-wl-dispatch-6 51KYRHlKbzvZo9Tu K6kzaLeHUWg36Bzo BloWYvybf6fUB-zQ',
    ]);
  });

  it('are reached without a child chain where the pod is alone', () => {
    const found = (['egress', 'ingress'] as const).flatMap((direction) =>
      dispatchChains(direction, [POD]).map(({ name, rules }) => [name, ruleIds(name, rules)]),
    );
    expect(found).to.deep.equal([
      ['cali-from-wl-dispatch', ['SrG1j21I2siK_yQD', 'S20STpYL4dv_pcZY']],
      ['cali-to-wl-dispatch', ['4Fqv_-9RZ2vgyLDb', '1Dz_2BWm_qJtjSng']],
    ]);
  });
});
