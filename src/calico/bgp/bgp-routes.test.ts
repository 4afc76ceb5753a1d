import { expect } from 'chai';
import { cidr } from '../../addr/cidr';
import { formatRoute } from '../../host/format-route';
import { endpointOf, KANS, KANS_POOL, nodeNamed, withPool } from '../kans.fixture';
import type { CalicoModel, Labels } from '../model';
import { bgpRoutes } from './bgp-routes';

const routesOf = (model: CalicoModel, node: string): string[] =>
  bgpRoutes(model, nodeNamed(model, node)).map(formatRoute).sort();

const isReflector = ({ reflector }: Labels): boolean => reflector === 'true';

const OWN = 'blackhole 172.16.158.0/24 proto bird';

describe('the routes that BIRD programs', () => {
  it('lead through tunl0 to every block under IPIP Always', () => {
    expect(routesOf(KANS, 'k8s-w1')).to.deep.equal([
      '172.16.116.0/24 via 192.168.10.10 dev tunl0 proto bird onlink',
      '172.16.184.0/24 via 192.168.10.102 dev tunl0 proto bird onlink',
      '172.16.34.0/24 via 192.168.20.100 dev tunl0 proto bird onlink',
      OWN,
    ]);
  });

  it('leave the tunnel within a subnet under CrossSubnet', () => {
    expect(routesOf(withPool({ ipipMode: 'CrossSubnet' }), 'k8s-w1')).to.deep.equal([
      '172.16.116.0/24 via 192.168.10.10 dev ens5 proto bird',
      '172.16.184.0/24 via 192.168.10.102 dev ens5 proto bird',
      '172.16.34.0/24 via 192.168.20.100 dev tunl0 proto bird onlink',
      OWN,
    ]);
  });

  it('take the node’s own way to the other subnet under Never', () => {
    expect(routesOf(withPool({ ipipMode: 'Never' }), 'k8s-w1')).to.deep.equal([
      '172.16.116.0/24 via 192.168.10.10 dev ens5 proto bird',
      '172.16.184.0/24 via 192.168.10.102 dev ens5 proto bird',
      '172.16.34.0/24 via 192.168.10.254 dev ens5 proto bird',
      OWN,
    ]);
  });

  it('go by the mask of the node’s own address', () => {
    const model = withPool({ ipipMode: 'CrossSubnet' });
    const nodes = model.nodes.map((node) => ({
      ...node,
      address: { address: node.address.address, length: 32 },
    }));
    const lines = routesOf({ ...model, nodes }, 'k8s-w1');
    expect(lines.filter((line) => line.includes('dev ens5'))).to.deep.equal([]);
  });

  it('are none for pools of VXLAN, which are Felix’s', () => {
    expect(routesOf(withPool({ ipipMode: 'Never', vxlanMode: 'Always' }), 'k8s-w1')).to.deep.equal(
      [],
    );
  });

  it('name a borrowed address by itself, because the longer prefix wins', () => {
    const borrowed = endpointOf('pod3', 'k8s-w2', '172.16.158.9');
    const model = { ...KANS, endpoints: [...KANS.endpoints, borrowed] };
    expect(routesOf(model, 'k8s-w1')).to.include(
      '172.16.158.9 via 192.168.10.102 dev tunl0 proto bird onlink',
    );
    expect(
      routesOf(model, 'k8s-w2').filter((line) => line.startsWith('172.16.158.9')),
    ).to.deep.equal([]);
  });

  it('are not exported from a pool that says so', () => {
    const model = { ...KANS, pools: [{ ...KANS_POOL, disableBGPExport: true }] };
    expect(routesOf(model, 'k8s-w1')).to.deep.equal([OWN]);
  });

  it('are withdrawn where the mesh is off and nobody peers', () => {
    const model = { ...KANS, bgp: { ...KANS.bgp, nodeToNodeMeshEnabled: false } };
    expect(routesOf(model, 'k8s-w1')).to.deep.equal([OWN]);
  });

  it('stay away from a node that no router leads to', () => {
    const nodes = KANS.nodes.map((node) => ({ ...node, gateway: undefined }));
    const lines = routesOf({ ...KANS, nodes }, 'k8s-w0');
    expect(lines).to.deep.equal(['blackhole 172.16.34.0/24 proto bird']);
  });

  it('come by way of a route reflector where the mesh is off', () => {
    const nodes = KANS.nodes.map((node) =>
      node.name === 'k8s-m'
        ? { ...node, labels: { reflector: 'true' }, routeReflectorClusterId: '244.0.0.1' }
        : node,
    );
    const peers = [
      {
        name: 'to-reflectors',
        appliesTo: ({ labels }: { labels: Labels }) => !isReflector(labels),
        peer: {
          kind: 'selector' as const,
          matches: isReflector,
        },
      },
    ];
    const bgp = { ...KANS.bgp, nodeToNodeMeshEnabled: false, peers };
    const reflected: CalicoModel = { ...KANS, nodes, bgp };
    for (const node of ['k8s-m', 'k8s-w1', 'k8s-w2', 'k8s-w0']) {
      expect(routesOf(reflected, node), node).to.deep.equal(routesOf(KANS, node));
    }
    const withoutCluster: CalicoModel = {
      ...reflected,
      nodes: nodes.map((node) => ({ ...node, routeReflectorClusterId: undefined })),
    };
    expect(routesOf(withoutCluster, 'k8s-m')).to.deep.equal(routesOf(KANS, 'k8s-m'));
    expect(routesOf(withoutCluster, 'k8s-w1')).to.deep.equal([
      '172.16.116.0/24 via 192.168.10.10 dev tunl0 proto bird onlink',
      OWN,
    ]);
  });

  it('are the same objects on all nodes that see a block alike', () => {
    const block = cidr('172.16.34.0/24').address;
    const found = ['k8s-m', 'k8s-w1', 'k8s-w2'].map((name) =>
      bgpRoutes(KANS, nodeNamed(KANS, name)).find(
        ({ destination }) => destination.address === block,
      ),
    );
    expect(found[0]).to.equal(found[1]);
    expect(found[1]).to.equal(found[2]);
  });
});
