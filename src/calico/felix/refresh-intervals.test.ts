import { expect } from 'chai';
import type { CalicoModel } from '../model';
import type { CalicoRelease } from '../release';
import { DEFAULT_FELIX_SETTINGS, type FelixSettings } from './felix-settings';
import { refreshIntervals } from './refresh-intervals';

function intervalsOf(release: CalicoRelease, settings: Partial<FelixSettings> = {}) {
  const felix = { ...DEFAULT_FELIX_SETTINGS, ...settings };
  const model: CalicoModel = {
    release,
    felix,
    nodes: [],
    pools: [],
    blocks: [],
    endpoints: [],
    bgp: {
      nodeToNodeMeshEnabled: true,
      asNumber: 64_512,
      peers: [],
      serviceClusterIPs: [],
      serviceExternalIPs: [],
      serviceLoadBalancerIPs: [],
    },
  };
  return refreshIntervals(model);
}

describe("Felix's intervals", () => {
  it('are those of the release', () => {
    expect(intervalsOf('v3.27')).to.deep.equal({
      iptablesMs: 90_000,
      iptablesPostWriteMs: 1000,
      ipsetsMs: 10_000,
      routesMs: 90_000,
    });
    expect(intervalsOf('v3.30')).to.deep.equal({
      iptablesMs: 180_000,
      iptablesPostWriteMs: 5000,
      ipsetsMs: 90_000,
      routesMs: 90_000,
    });
  });

  it('are what FelixConfiguration says, zero included', () => {
    const settings = { iptablesRefreshMs: 0, ipsetsRefreshMs: 500, routeRefreshMs: 60_000 };
    expect(intervalsOf('v3.27', settings)).to.deep.equal({
      iptablesMs: 0,
      iptablesPostWriteMs: 1000,
      ipsetsMs: 500,
      routesMs: 60_000,
    });
  });
});
