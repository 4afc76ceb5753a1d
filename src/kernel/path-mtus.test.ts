/** What a host learns of a path that takes less than its first link (facts/kernel.md, section 3). */
import { expect } from 'chai';
import { ipv4 } from '../addr/ipv4';
import { applyOp } from './ops/apply-op';
import { PathMtus } from './path-mtus';
import { type NodeWithPods, nodeWithPods, wait } from './testing/node-with-pods';
import { framesOf, outcomesOf, pingFrom, sysctl } from './testing/watch';

const POD2 = ipv4('172.16.158.2');

/** The way from pod1 to pod2 narrows behind the node. */
function narrow(mtu: number): NodeWithPods {
  const world = nodeWithPods();
  applyOp(world.node, { kind: 'link-mtu', device: 'cali-pod2', mtu });
  applyOp(world.pod2, { kind: 'link-mtu', device: 'eth0', mtu });
  return world;
}

describe('a path that is narrower than its first link', () => {
  it('is told of by the node, then known to the pod', () => {
    const { network, pod1 } = narrow(1450);
    const big = { size: 1472, df: 'do' } as const;
    expect(outcomesOf(pingFrom(pod1, '172.16.158.2', big))).to.deep.equal([
      '1: 192.168.10.101 3/4',
    ]);
    const first = network.frames.length;
    expect(outcomesOf(pingFrom(pod1, '172.16.158.2', big))).to.deep.equal(['EMSGSIZE 1450']);
    expect(framesOf(network, first)).to.deep.equal([]);
    expect(outcomesOf(pingFrom(pod1, '172.16.158.2', { ...big, size: 1422 }))).to.deep.equal([
      '1: ttl 63',
    ]);
  });

  it('makes the pod cut what may be cut', () => {
    const { network, pod1 } = narrow(1450);
    pingFrom(pod1, '172.16.158.2', { size: 1472, df: 'do' });
    const first = network.frames.length;
    pingFrom(pod1, '172.16.158.2', { size: 1472, df: 'dont' });
    const sent = framesOf(network, first).filter((line) => line.startsWith('pod1 eth0 out IP'));
    expect(sent).to.deep.equal([
      'pod1 eth0 out IP 172.16.158.1 > 172.16.158.2: ICMP echo request, id 7, seq 1, length 1424',
      'pod1 eth0 out IP 172.16.158.1 > 172.16.158.2: ip-proto-1',
    ]);
  });

  it('is forgotten after ten minutes', () => {
    const { network, pod1 } = narrow(1450);
    const big = { size: 1472, df: 'do' } as const;
    pingFrom(pod1, '172.16.158.2', big);
    wait(network, 590);
    expect(outcomesOf(pingFrom(pod1, '172.16.158.2', big))).to.deep.equal(['EMSGSIZE 1450']);
    wait(network, 11);
    expect(outcomesOf(pingFrom(pod1, '172.16.158.2', big))).to.deep.equal([
      '1: 192.168.10.101 3/4',
    ]);
  });

  it('is cut by the node where DF does not forbid it, and nobody is told', () => {
    const { network, pod1 } = narrow(1450);
    expect(outcomesOf(pingFrom(pod1, '172.16.158.2', { size: 1472, df: 'dont' }))).to.deep.equal([
      '1: ttl 63',
    ]);
    const onTheWay = framesOf(network).filter((line) => /cali-pod2 out IP/.test(line));
    expect(onTheWay).to.deep.equal([
      'k8s-w1 cali-pod2 out IP 172.16.158.1 > 172.16.158.2: ICMP echo request, id 7, seq 1, length 1424',
      'k8s-w1 cali-pod2 out IP 172.16.158.1 > 172.16.158.2: ip-proto-1',
    ]);
  });

  it('is told of beyond the rate limit of other errors', () => {
    const { node, pod1 } = narrow(1450);
    sysctl(node, 'net.ipv4.icmp_msgs_per_sec', 0);
    expect(outcomesOf(pingFrom(pod1, '172.16.158.2', { size: 1472, df: 'do' }))).to.deep.equal([
      '1: 192.168.10.101 3/4',
    ]);
  });
});

describe('what is known of paths', () => {
  it('gets narrower only, and never below 552', () => {
    const paths = new PathMtus();
    const learn = (mtu: number) => {
      paths.learn(POD2, mtu, paths.lookup(POD2, 0), 0);
      return paths.lookup(POD2, 0);
    };
    expect([1450, 1480, 1400, 68, 0].map(learn)).to.deep.equal([1450, 1450, 1400, 552, 552]);
  });
});
