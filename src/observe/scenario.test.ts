import { expect } from 'chai';
import { normaliseScenario, ScenarioError } from './scenario';

describe('a scenario', () => {
  it('starts from the seed cluster and overrides it', () => {
    const { nodes } = normaliseScenario({ nodes: { 'k8s-w1': { extraBlocks: ['10.1.0.0/26'] } } });
    expect([...nodes]).to.deep.equal([
      [
        'k8s-w1',
        {
          ip: '192.168.10.101/24',
          gw: '192.168.10.1',
          segment: 'a',
          block: '172.16.158.0/24',
          extraBlocks: ['10.1.0.0/26'],
          uplink: 'ens5',
          sysctls: {},
        },
      ],
    ]);
  });

  it('leaves room for the headers of the tunnel in the MTU of pods', () => {
    const mtuOf = (encap: string, uplink = 1500) =>
      normaliseScenario({ pools: [{ encap }], mtu: { uplink } }).mtu;
    expect(mtuOf('None')).to.deep.equal({ uplink: 1500, pod: 1500, tunnel: 1500 });
    expect(mtuOf('IPIP')).to.deep.equal({ uplink: 1500, pod: 1480, tunnel: 1480 });
    expect(mtuOf('VXLANCrossSubnet', 9000)).to.deep.equal({
      uplink: 9000,
      pod: 8950,
      tunnel: 8950,
    });
  });

  it('has one default pool, without encapsulation', () => {
    const { pools, encapsulation } = normaliseScenario({});
    expect({ pools, encapsulation }).to.deep.equal({
      pools: [
        { name: 'default-ipv4-ippool', cidr: '172.16.0.0/16', encap: 'None', natOutgoing: true },
      ],
      encapsulation: { kind: 'none', crossSubnetOnly: false },
    });
  });

  it('is refused where an action is unknown', () => {
    expect(() => normaliseScenario({ actions: [{ do: 'dance' }] })).to.throw(
      ScenarioError,
      /actions\[0\]\.do/,
    );
  });
});
