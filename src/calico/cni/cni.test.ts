import { expect } from 'chai';
import { formatMac, isGroupMac } from '../../addr/mac';
import { randomMac } from '../../addr/random-mac';
import { seededRandom } from '../../base/random';
import { formatRoute } from '../../host/format-route';
import { endpointOf, KANS, nodeNamed, withPool } from '../kans.fixture';
import type { CalicoModel } from '../model';
import { podMtu } from '../mtu';
import { podState, workloadState } from './cni';

const POD = endpointOf('pod1', 'k8s-w1', '172.16.158.3');

describe('the CNI plugin', () => {
  it('sends all that a pod has to say to 169.254.1.1', () => {
    const { addresses, routes, sysctls } = podState(POD);
    expect(routes.map(formatRoute)).to.deep.equal([
      '169.254.1.1 dev eth0 scope link',
      'default via 169.254.1.1 dev eth0',
    ]);
    expect(addresses).to.deep.equal([
      { device: 'eth0', address: { address: POD.address, length: 32 }, scope: 'global' },
    ]);
    expect([...sysctls]).to.deep.equal([['net.ipv4.ip_forward', '0']]);
  });

  it('gives the host end the MAC that all of them have, and routes the pod there', () => {
    const { links, routes } = workloadState(POD);
    const [link] = links;
    expect(link).to.deep.equal({
      kind: 'veth',
      name: 'calice0906292e2',
      mac: 0xeeeeeeeeeeee,
      mtu: 1480,
      peer: { netns: 'default/pod1', name: 'eth0', mac: POD.mac, mtu: 1480 },
    });
    expect(routes.map(formatRoute)).to.deep.equal(['172.16.158.3 dev calice0906292e2 scope link']);
  });

  it('draws MACs that are unicast and locally administered', () => {
    const random = seededRandom(1);
    for (let drawn = 0; drawn < 100; drawn++) {
      const address = randomMac(random);
      expect(isGroupMac(address)).to.equal(false);
      expect(Number.parseInt(formatMac(address).slice(0, 2), 16) & 2).to.equal(2);
    }
  });
});

describe('the MTU of a new pod', () => {
  const mtuIn = (model: CalicoModel) => podMtu(model, nodeNamed(model, 'k8s-w1'));
  const withNic = (model: CalicoModel, nic: { name: string; mtu: number }): CalicoModel => ({
    ...model,
    nodes: model.nodes.map((node) => ({ ...node, nic })),
  });
  const vxlan = withPool({ ipipMode: 'Never', vxlanMode: 'Always' });
  const none = withPool({ ipipMode: 'Never' });

  for (const [what, model, mtu] of [
    ['IPIP', KANS, 1480],
    ['CrossSubnet', withPool({ ipipMode: 'CrossSubnet' }), 1480],
    ['VXLAN', vxlan, 1450],
    ['no tunnel', none, 1500],
    ['VXLAN on a NIC of 1312', withNic(vxlan, { name: 'eth0', mtu: 1312 }), 1262],
    [
      'VXLAN where no interface looks like a NIC',
      withNic(vxlan, { name: 'dummy', mtu: 1500 }),
      1410,
    ],
    [
      'no tunnel where no interface looks like a NIC',
      withNic(none, { name: 'dummy', mtu: 1500 }),
      1460,
    ],
    ['IPIP with ipipMTU 1400', { ...KANS, felix: { ...KANS.felix, ipipMTU: 1400 } }, 1400],
  ] as const) {
    it(`is ${mtu} with ${what}`, () => {
      expect(mtuIn(model)).to.equal(mtu);
    });
  }
});
