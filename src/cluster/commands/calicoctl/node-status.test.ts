/** The peers of a node, as BIRD sees them, and as the routes know them. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { formatIpv4 } from '../../../addr/ipv4';
import { peersOf } from '../../../calico/bgp/sessions';
import type { Cluster } from '../../cluster';
import { kans } from '../../testing/labs';
import { birdPeers } from './bird-peers';
import { answer, resource, run } from './testing/run-calicoctl';

/** `192.168.10.10 global up Established` */
function peersAt(cluster: Cluster, name: string): readonly string[] {
  const node = cluster.control.model.nodes.find((one) => one.name === name);
  if (node === undefined) throw new Error(`no node ${name}`);
  return birdPeers(cluster, node).map(({ address, type, state, info }) => {
    return `${formatIpv4(address)} ${type} ${state} ${info}`;
  });
}

function withPeers(...peers: readonly object[]): Cluster {
  const cluster = kans();
  const text = peers.map((spec, at) => resource('BGPPeer', `peer${at}`, spec)).join('---\n');
  const { exit } = run(cluster, 'apply -f -', text);
  expect(exit).to.equal(0);
  return cluster;
}

describe('calicoctl node status', () => {
  it('shows the mesh of the tutorial', () => {
    expect(answer(kans(), 'node status')).to.equal(
      `\
Calico process is running.

IPv4 BGP status
+----------------+-------------------+-------+----------+-------------+
|  PEER ADDRESS  |     PEER TYPE     | STATE |  SINCE   |    INFO     |
+----------------+-------------------+-------+----------+-------------+
| 192.168.20.100 | node-to-node mesh | up    | 21:00:00 | Established |
| 192.168.10.101 | node-to-node mesh | up    | 21:00:00 | Established |
| 192.168.10.102 | node-to-node mesh | up    | 21:00:00 | Established |
+----------------+-------------------+-------+----------+-------------+

IPv6 BGP status
No IPv6 peers found.

`,
    );
  });

  it('shows no table where there is no peer', () => {
    const cluster = kans();
    const off = '{"spec":{"nodeToNodeMeshEnabled":false}}';
    expect(answer(cluster, `patch bgpconfig default -p '${off}'`)).to.equal(
      "Successfully patched 1 'BGPConfiguration' resource\n",
    );
    expect(answer(cluster, 'node status')).to.equal(
      'Calico process is running.\n\nIPv4 BGP status\nNo IPv4 peers found.\n\nIPv6 BGP status\nNo IPv6 peers found.\n\n',
    );
  });

  it('shows the day of a session that has stood for long', () => {
    const cluster = kans();
    cluster.network.scheduler.runUntil(21 * 3600 * 1e6);
    expect(answer(cluster, 'node status')).to.contain(
      '| 192.168.10.101 | node-to-node mesh | up    | 2024-09-05 | Established |',
    );
  });

  it('knows nothing of Calico where there is none', () => {
    expect(run(kans(), 'node status', '', 'router')).to.deep.equal({
      stdout: '',
      stderr: 'Calico process is not running.\n',
      exit: 1,
    });
  });

  it('shows a route reflector that was made as the tutorials say', () => {
    const cluster = withPeers({ nodeSelector: '!has(rr)', peerSelector: 'has(rr)' });
    const cluster244 = '{"spec":{"bgp":{"routeReflectorClusterID":"244.0.0.1"}}}';
    answer(cluster, `patch node k8s-w1 -p '${cluster244}'`);
    answer(cluster, 'label node k8s-w1 rr=true');
    const off = '{"spec":{"nodeToNodeMeshEnabled":false}}';
    answer(cluster, `patch bgpconfig default -p '${off}'`);
    expect(peersAt(cluster, 'k8s-m')).to.deep.equal([
      '192.168.10.101 node specific up Established',
    ]);
    expect(peersAt(cluster, 'k8s-w1')).to.deep.equal([
      '192.168.10.10 node specific up Established',
      '192.168.10.102 node specific up Established',
      '192.168.20.100 node specific up Established',
    ]);
  });

  it('says what is wrong with a peer that does not answer', () => {
    const cluster = withPeers(
      { peerIP: '192.168.10.254', asNumber: 65000 },
      { peerIP: '192.168.10.77', asNumber: 65000 },
      { node: 'k8s-m', peerIP: '192.168.10.102', asNumber: 65002 },
    );
    const off = '{"spec":{"nodeToNodeMeshEnabled":false}}';
    answer(cluster, `patch bgpconfig default -p '${off}'`);
    expect(peersAt(cluster, 'k8s-m')).to.deep.equal([
      '192.168.10.254 global start Active Socket: Connection refused',
      '192.168.10.77 global start Active Socket: No route to host',
      '192.168.10.102 node specific start Connect Socket: Connection closed',
    ]);
  });

  it('says that a peer has another AS', () => {
    const cluster = withPeers(
      { node: 'k8s-m', peerIP: '192.168.10.102', asNumber: 65002 },
      { node: 'k8s-w2', peerIP: '192.168.10.10', asNumber: 64512 },
    );
    const off = '{"spec":{"nodeToNodeMeshEnabled":false}}';
    answer(cluster, `patch bgpconfig default -p '${off}'`);
    expect(peersAt(cluster, 'k8s-m')).to.deep.equal([
      '192.168.10.102 node specific start Idle BGP Error: Bad peer AS',
    ]);
    expect(peersAt(cluster, 'k8s-w2')).to.deep.equal([
      '192.168.10.10 node specific start Idle Received: Bad peer AS',
    ]);
  });

  it('calls established just those sessions by which routes come', () => {
    const node = fc.constantFrom('k8s-m', 'k8s-w1', 'k8s-w2');
    const asNumber = fc.constantFrom(64512, 65001);
    const peerIP = fc.constantFrom('192.168.10.10', '192.168.10.101', '192.168.20.100', '9.9.9.9');
    const selector = fc.constantFrom('all()', 'has(rr)', '!has(rr)');
    const peer = fc.oneof(
      fc.record({ node, peerIP, asNumber }),
      fc.record({ peerIP, asNumber }),
      fc.record({ nodeSelector: selector, peerSelector: selector }),
    );
    const settings = {
      peers: fc.array(peer, { maxLength: 3 }),
      isMesh: fc.boolean(),
      reflector: fc.option(node, { nil: undefined }),
    };
    fc.assert(
      fc.property(fc.record(settings), ({ peers, isMesh, reflector }) => {
        const cluster = withPeersOrNone(peers);
        const mesh = JSON.stringify({ spec: { nodeToNodeMeshEnabled: isMesh } });
        answer(cluster, `patch bgpconfig default -p '${mesh}'`);
        if (reflector !== undefined) {
          const id = '{"spec":{"bgp":{"routeReflectorClusterID":"244.0.0.1","asNumber":65001}}}';
          answer(cluster, `patch node ${reflector} -p '${id}'`);
          answer(cluster, `label node ${reflector} rr=true`);
        }
        const { model } = cluster.control;
        for (const one of model.nodes) {
          const up = birdPeers(cluster, one).filter(({ state }) => state === 'up');
          const expected = peersOf(model, one).map(({ address }) => address.address);
          expect(up.map(({ address }) => address).sort(), one.name).to.have.members(expected);
          expect(up).to.have.lengthOf(expected.length);
        }
      }),
      { numRuns: 25 },
    );
  });
});

function withPeersOrNone(peers: readonly object[]): Cluster {
  return peers.length === 0 ? kans() : withPeers(...peers);
}
