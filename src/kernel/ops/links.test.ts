/** What a device takes with it when it goes down or away, and what comes back with it. */
import { expect } from 'chai';
import { ipv4 } from '../../addr/ipv4';
import { deviceIn, type NodeWithPods, nodeWithPods, wait } from '../testing/node-with-pods';
import { dropsOf, framesOf, outcomesOf, pingFrom, rowsOf } from '../testing/watch';
import { applyOp } from './apply-op';

function routesOf({ node }: NodeWithPods): readonly string[] {
  return [...node.fib.entries()].map(({ text }) => text.trim()).sort();
}

describe('a link that goes down', () => {
  it('takes its routes and neighbours; its own address stays', () => {
    const world = nodeWithPods();
    pingFrom(world.node, '192.168.10.1');
    const before = routesOf(world);
    applyOp(world.node, { kind: 'link-down', device: 'ens5' });
    expect(before.filter((text) => !routesOf(world).includes(text))).to.deep.equal([
      '192.168.10.0/24 dev ens5 proto kernel scope link src 192.168.10.101',
      'broadcast 192.168.10.255 dev ens5 proto kernel scope link src 192.168.10.101',
      'default via 192.168.10.1 dev ens5',
    ]);
    expect(rowsOf(world.node)).to.deep.equal([]);
  });

  it('has its subnet back when it comes up, but not the routes that others made', () => {
    const world = nodeWithPods();
    const before = routesOf(world);
    applyOp(world.node, { kind: 'link-down', device: 'ens5' });
    applyOp(world.node, { kind: 'link-up', device: 'ens5' });
    expect(before.filter((text) => !routesOf(world).includes(text))).to.deep.equal([
      'default via 192.168.10.1 dev ens5',
    ]);
    expect(outcomesOf(pingFrom(world.node, '192.168.10.1'))).to.deep.equal(['1: ttl 64']);
  });

  it('leaves its pod to the blackhole, also when it is up again', () => {
    const { network, node, pod2 } = nodeWithPods();
    pingFrom(pod2, '172.16.158.1');
    applyOp(node, { kind: 'link-down', device: 'cali-pod1' });
    applyOp(node, { kind: 'link-up', device: 'cali-pod1' });
    network.forget();
    expect(outcomesOf(pingFrom(pod2, '172.16.158.1'))).to.deep.equal([]);
    expect(dropsOf(network)).to.deep.equal([
      'k8s-w1 NOT_SPECIFIED: blackhole 172.16.158.0/24 proto bird',
    ]);
  });

  it('in the pod costs the node its carrier: host unreachable after three seconds, and no ARP', () => {
    const { network, pod1, pod2 } = nodeWithPods();
    applyOp(pod1, { kind: 'link-down', device: 'eth0' });
    expect(outcomesOf(pingFrom(pod2, '172.16.158.1'))).to.deep.equal(['1: 192.168.10.101 3/1']);
    expect(network.nowUs).to.be.within(3_000_000, 3_200_000);
    expect(framesOf(network).filter((line) => line.includes('cali-pod1'))).to.deep.equal([]);
  });
});

describe('a link that is deleted', () => {
  it('takes its other end, its routes and the packets that wait for its neighbours', () => {
    const { network, node, pod1, pod2 } = nodeWithPods();
    applyOp(pod1, { kind: 'sysctl', path: 'net.ipv4.conf.eth0.arp_ignore', value: '8' });
    pingFrom(pod2, '172.16.158.1', { timeoutMs: 500 });
    applyOp(node, { kind: 'link-delete', device: 'cali-pod1' });
    wait(network, 1);
    expect([...pod1.devices.keys()]).to.deep.equal(['lo']);
    expect(pod1.fib.routes('main')).to.deep.equal([]);
    expect(node.fib.lookup(ipv4('172.16.158.1'))?.text).to.equal(
      'blackhole 172.16.158.0/24 proto bird',
    );
    expect(dropsOf(network)).to.deep.equal(['k8s-w1 NEIGH_DEAD: the neighbour entry was removed']);
    expect(outcomesOf(pingFrom(pod1, '172.16.158.2'))).to.deep.equal(['connect: ENETUNREACH']);
  });

  it('loses the frames that were on their way to it', () => {
    const { network, node, pod1 } = nodeWithPods();
    pingFrom(pod1, '172.16.158.2');
    network.forget();
    pingFrom(pod1, '172.16.158.2', { timeoutMs: 0 });
    applyOp(node, { kind: 'link-delete', device: 'cali-pod1' });
    wait(network, 60);
    expect(dropsOf(network)).to.deep.equal(['k8s-w1 DEV_READY: cali-pod1 is down']);
  });
});

describe('a secondary address', () => {
  it('brings no route of its own, and is no source', () => {
    const { node } = nodeWithPods();
    const address = { address: ipv4('192.168.10.150'), length: 24 };
    applyOp(node, { kind: 'address-add', device: 'ens5', address, scope: 'global' });
    expect(deviceIn(node, 'ens5').addresses.map(({ isSecondary }) => isSecondary)).to.deep.equal([
      false,
      true,
    ]);
    expect(
      node.fib.routes('main').filter(({ source }) => source === address.address),
    ).to.deep.equal([]);
    applyOp(node, { kind: 'address-delete', device: 'ens5', address });
    expect(node.hasAddress(address.address)).to.equal(false);
    expect(outcomesOf(pingFrom(node, '192.168.10.1'))).to.deep.equal(['1: ttl 64']);
  });
});
