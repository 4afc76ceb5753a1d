/** The lab kans, and what comes of it when pods, pools and nodes come and go. */
import { expect } from 'chai';
import { ipv4 } from '../addr/ipv4';
import { applyManifest, deleteResource } from './apply';
import type { Cluster } from './cluster';
import {
  applyPods,
  blocksOf,
  chainsOf,
  endpointsOf,
  hostOf,
  kans,
  kansDocuments,
  kindNamed,
  patchPool,
  pingIn,
  podText,
  routesOf,
  setOf,
} from './testing/labs';

const MASQUERADED = 'cali40masq-ipam-pools';

function remove(cluster: Cluster, kind: string, name: string): void {
  deleteResource(cluster, kindNamed(kind), name, 'default');
}

/** A second pool, `tiny`, from which only those take who ask for it. */
function addPool(cluster: Cluster, cidr: string, blockSize: number): void {
  const pool = {
    apiVersion: 'projectcalico.org/v3',
    kind: 'IPPool',
    metadata: { name: 'tiny' },
    spec: { cidr, blockSize },
  };
  applyManifest(cluster, `${JSON.stringify(pool)}\n`, 'pool.yaml');
}

function podInTiny(name: string): string {
  return podText(name, 'k8s-w1', { 'cni.projectcalico.org/ipv4pools': '["tiny"]' });
}

describe('the lab kans', () => {
  it('has the blocks that Calico picks for its host names, and tunnel addresses in them', () => {
    const cluster = kans();
    expect(blocksOf(cluster)).to.deep.equal([
      '172.16.34.0/24 k8s-w0',
      '172.16.116.0/24 k8s-m',
      '172.16.158.0/24 k8s-w1',
      '172.16.184.0/24 k8s-w2',
    ]);
    expect(hostOf(cluster, 'k8s-w1').hasAddress(ipv4('172.16.158.0'))).to.equal(true);
  });

  it('gives pods the next address of their node’s block, and a route by their interface', () => {
    const cluster = kans();
    applyPods(cluster, ['pod1', 'k8s-w1'], ['pod2', 'k8s-w1'], ['pod3', 'k8s-w0']);
    expect(endpointsOf(cluster)).to.deep.equal([
      'default/pod1 172.16.158.1 k8s-w1',
      'default/pod2 172.16.158.2 k8s-w1',
      'default/pod3 172.16.34.1 k8s-w0',
    ]);
    expect(routesOf(cluster, 'k8s-w1')).to.deep.equal([
      'default via 192.168.10.254 dev ens5',
      '172.16.34.0/24 via 192.168.20.100 dev tunl0 proto bird onlink',
      '172.16.116.0/24 via 192.168.10.10 dev tunl0 proto bird onlink',
      'blackhole 172.16.158.0/24 proto bird',
      '172.16.158.1 dev calice0906292e2 scope link',
      '172.16.158.2 dev calibd2348b4f67 scope link',
      '172.16.184.0/24 via 192.168.10.102 dev tunl0 proto bird onlink',
      '192.168.10.0/24 dev ens5 proto kernel scope link src 192.168.10.101',
    ]);
    expect(pingIn(cluster, 'default/pod1', '172.16.34.1').received).to.equal(1);
  });
});

describe('a pod that is deleted', () => {
  it('leaves nothing: no namespace, interface, route, chain, neighbour or connection', () => {
    const cluster = kans();
    applyPods(cluster, ['pod2', 'k8s-w1']);
    const before = [routesOf(cluster, 'k8s-w1'), chainsOf(cluster, 'k8s-w1')];
    applyPods(cluster, ['pod1', 'k8s-w1']);
    pingIn(cluster, 'default/pod1', '172.16.158.1');
    pingIn(cluster, 'default/pod2', '172.16.158.2');
    const node = hostOf(cluster, 'k8s-w1');
    expect(node.netfilter.connections.list()).to.not.have.length(0);
    remove(cluster, 'Pod', 'pod1');
    expect([routesOf(cluster, 'k8s-w1'), chainsOf(cluster, 'k8s-w1')]).to.deep.equal(before);
    expect([...cluster.network.hosts.keys()]).to.not.include('default/pod1');
    expect([...node.devices.keys()]).to.deep.equal(['lo', 'ens5', 'tunl0', 'calibd2348b4f67']);
    expect(node.netfilter.connections.list()).to.deep.equal([]);
    expect([...node.neighbours.rows()].filter(({ device }) => device.isRemoved)).to.deep.equal([]);
  });

  it('has its address given out again only after all others', () => {
    const cluster = kans();
    addPool(cluster, '10.9.0.0/29', 29);
    const make = (...names: readonly string[]) => {
      applyManifest(cluster, names.map((name) => podInTiny(name)).join('---\n'), 'pods.yaml');
      return endpointsOf(cluster).slice(-names.length);
    };
    make('a', 'b');
    remove(cluster, 'Pod', 'a');
    expect(make('a')).to.deep.equal(['default/a 10.9.0.2 k8s-w1']);
    make('c', 'd', 'e', 'f');
    expect(make('last', 'again')).to.deep.equal([
      'default/last 10.9.0.7 k8s-w1',
      'default/again 10.9.0.0 k8s-w1',
    ]);
  });
});

describe('a pool', () => {
  it('of which natOutgoing is switched off: the set and the rule go, the chain stays', () => {
    const cluster = kans();
    applyPods(cluster, ['pod1', 'k8s-w1']);
    const natOf = () =>
      chainsOf(cluster, 'k8s-w1').find((text) => text.startsWith('nat cali-nat-outgoing'));
    const before = natOf();
    expect(setOf(cluster, 'k8s-w1', MASQUERADED)).to.deep.equal(['172.16.0.0/16']);
    patchPool(cluster, { natOutgoing: false });
    expect(natOf()).to.equal('nat cali-nat-outgoing');
    expect(setOf(cluster, 'k8s-w1', MASQUERADED)).to.deep.equal([]);
    patchPool(cluster, { natOutgoing: true });
    expect(natOf()).to.equal(before);
    expect(setOf(cluster, 'k8s-w1', MASQUERADED)).to.deep.equal(['172.16.0.0/16']);
  });

  it('that is switched does not change what conntrack decided: only a new id meets the new rule', () => {
    const cluster = kans();
    applyPods(cluster, ['pod1', 'k8s-w1']);
    const answered = (id: number) => pingIn(cluster, 'default/pod1', '8.8.8.8', id).received;
    expect(answered(7)).to.equal(1);
    patchPool(cluster, { natOutgoing: false });
    expect([answered(7), answered(8)]).to.deep.equal([1, 0]);
    patchPool(cluster, { natOutgoing: true });
    expect([answered(8), answered(9)]).to.deep.equal([0, 1]);
  });

  it('goes from Always over CrossSubnet to Never and back', () => {
    const cluster = kans();
    const toOthers = () =>
      routesOf(cluster, 'k8s-w1').filter((text) => /^172.16.(34|184)/.test(text));
    const always = toOthers();
    patchPool(cluster, { ipipMode: 'CrossSubnet' });
    expect(toOthers()).to.deep.equal([
      '172.16.34.0/24 via 192.168.20.100 dev tunl0 proto bird onlink',
      '172.16.184.0/24 via 192.168.10.102 dev ens5 proto bird',
    ]);
    patchPool(cluster, { ipipMode: 'Never' });
    expect(toOthers()).to.deep.equal([
      '172.16.34.0/24 via 192.168.10.254 dev ens5 proto bird',
      '172.16.184.0/24 via 192.168.10.102 dev ens5 proto bird',
    ]);
    patchPool(cluster, { ipipMode: 'Always' });
    expect(toOthers()).to.deep.equal(always);
  });

  it('goes over to VXLAN and carries packets there', () => {
    const cluster = kans();
    patchPool(cluster, { ipipMode: 'Never', vxlanMode: 'Always' });
    applyPods(cluster, ['pod1', 'k8s-w1'], ['pod2', 'k8s-w2']);
    const [, address] = endpointsOf(cluster).map((text) => text.split(' ')[1] ?? '');
    expect(routesOf(cluster, 'k8s-w1').filter((text) => text.includes('vxlan'))).to.have.length(3);
    expect(pingIn(cluster, 'default/pod1', address ?? '').received).to.equal(1);
    expect(cluster.network.frames.some(({ device }) => device === 'vxlan.calico')).to.equal(true);
    expect(cluster.network.frames.some(({ device }) => device === 'tunl0')).to.equal(false);
  });
});

describe('a node', () => {
  it('that is deleted goes with its pods, its block and everybody’s routes to it', () => {
    const cluster = kans();
    applyPods(cluster, ['pod1', 'k8s-w1'], ['pod2', 'k8s-w2']);
    remove(cluster, 'Node', 'k8s-w2');
    expect(endpointsOf(cluster)).to.deep.equal(['default/pod1 172.16.158.1 k8s-w1']);
    expect([...cluster.network.hosts.keys()]).to.not.include.members(['k8s-w2', 'default/pod2']);
    expect(routesOf(cluster, 'k8s-w1').filter((text) => text.includes('.184.'))).to.deep.equal([]);
    expect(pingIn(cluster, 'default/pod1', '172.16.184.1').received).to.equal(0);
  });

  it('that joins again is where it was', () => {
    const cluster = kans();
    const before = routesOf(cluster, 'k8s-w1');
    remove(cluster, 'Node', 'k8s-w2');
    const text = kansDocuments().find((one) => one.includes('name: k8s-w2')) ?? '';
    applyManifest(cluster, text, 'w2.yaml');
    applyPods(cluster, ['pod1', 'k8s-w1'], ['pod2', 'k8s-w2']);
    expect(routesOf(cluster, 'k8s-w1').filter((one) => !one.includes(' cali'))).to.deep.equal(
      before,
    );
    const [, second] = endpointsOf(cluster);
    expect(second).to.equal('default/pod2 172.16.184.1 k8s-w2');
    expect(pingIn(cluster, 'default/pod1', '172.16.184.1').received).to.equal(1);
  });
});

describe('a pod for which there is no address', () => {
  it('is refused with its name and place; what came before it stays', () => {
    const cluster = kans();
    addPool(cluster, '10.9.0.0/30', 30);
    const pods = ['a', 'b', 'c', 'd', 'e'].map(podInTiny);
    let words = '';
    try {
      applyManifest(cluster, pods.join('---\n'), 'pods.yaml');
    } catch (error) {
      words = error instanceof Error ? error.message : '';
    }
    expect(words.split('\n')[0]).to.match(
      /^pods\.yaml:9:\d+: metadata\.name: pod e gets no address: /,
    );
    expect(endpointsOf(cluster).map((text) => text.split(' ')[1])).to.deep.equal([
      '10.9.0.0',
      '10.9.0.1',
      '10.9.0.2',
      '10.9.0.3',
    ]);
    expect([...cluster.network.hosts.keys()]).to.not.include('default/e');
    expect(pingIn(cluster, 'default/a', '10.9.0.3').received).to.equal(1);
  });
});
