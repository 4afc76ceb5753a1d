/** What becomes of neighbours over minutes, and of packets that wait (facts/kernel.md, section 1). */
import { expect } from 'chai';
import { cidr } from '../../addr/cidr';
import { ipv4 } from '../../addr/ipv4';
import { BROADCAST_MAC, ZERO_MAC } from '../../addr/mac';
import { arping, sendFrame } from '../programs/arping';
import { addRoute, deviceIn, nodeWithPods, wait } from '../testing/node-with-pods';
import { dropsOf, framesOf, outcomesOf, pingFrom, rowsOf, sysctl } from '../testing/watch';

describe('neighbours that nobody uses', () => {
  it('stay for ever, stale; used again they need no ARP, and are probed five seconds later', () => {
    const { network, node, pod1 } = nodeWithPods();
    pingFrom(pod1, '172.16.158.2');
    wait(network, 110);
    expect(rowsOf(node)).to.deep.equal([
      'cali-pod1 172.16.158.1 02:aa:00:00:00:01 STALE',
      'cali-pod2 172.16.158.2 02:aa:00:00:00:02 STALE',
    ]);
    network.forget();
    pingFrom(pod1, '172.16.158.2');
    expect(framesOf(network).filter((line) => line.includes('ARP'))).to.deep.equal([]);
    expect(rowsOf(node)).to.deep.equal([
      'cali-pod1 172.16.158.1 02:aa:00:00:00:01 DELAY',
      'cali-pod2 172.16.158.2 02:aa:00:00:00:02 DELAY',
    ]);
    network.forget();
    wait(network, 6);
    const asked = network.frames.flatMap(({ direction, frame }) =>
      direction === 'out' &&
      frame.kind === 'frame' &&
      frame.payload.kind === 'arp' &&
      frame.payload.operation === 'request'
        ? [frame.destination === BROADCAST_MAC ? 'broadcast' : 'unicast']
        : [],
    );
    expect(asked).to.deep.equal(['unicast', 'unicast', 'unicast', 'unicast']);
    expect(rowsOf(node).every((row) => row.endsWith('REACHABLE'))).to.equal(true);
  });
});

describe('packets that wait for a neighbour', () => {
  it('are told of together after three seconds, six of them at most', () => {
    const { network, pod1 } = nodeWithPods();
    const run = pingFrom(pod1, '192.168.10.77', { count: 10, intervalMs: 100, timeoutMs: 5000 });
    expect(outcomesOf(run)).to.deep.equal(
      [1, 2, 3, 4, 5, 6].map((sequence) => `${sequence}: 192.168.10.101 3/1`),
    );
    expect(dropsOf(network).filter((text) => text.includes('NEIGH_FAILED'))).to.have.length(10);
  });

  it('are 101 at most: the oldest go first', () => {
    const { network, node } = nodeWithPods();
    pingFrom(node, '192.168.10.77', { count: 105, intervalMs: 10, timeoutMs: 4000 });
    const drops = dropsOf(network);
    const full = 'k8s-w1 NEIGH_QUEUEFULL: too many packets wait for the same neighbour';
    expect(drops.slice(0, 5)).to.deep.equal([
      ...Array.from({ length: 4 }, () => full),
      'k8s-w1 NEIGH_FAILED: nobody answers for 192.168.10.77',
    ]);
    expect(drops).to.have.length(105);
  });

  it('leave in the order in which they came, as soon as the answer is there', () => {
    const { network, node, router } = nodeWithPods();
    sysctl(router, 'net.ipv4.conf.eth0.arp_ignore', 8);
    network.scheduler.after(500_000, () => {
      sysctl(router, 'net.ipv4.conf.eth0.arp_ignore', 0);
    });
    const run = pingFrom(node, '192.168.10.1', { count: 3, intervalMs: 100 });
    expect(outcomesOf(run)).to.deep.equal(['1: ttl 64', '2: ttl 64', '3: ttl 64']);
  });
});

describe('the proxy of a cali interface', () => {
  const asks = (
    target: string,
    change: (world: ReturnType<typeof nodeWithPods>) => void = () => undefined,
  ) => {
    const world = nodeWithPods();
    change(world);
    return arping(deviceIn(world.pod1, 'eth0'), {
      target: ipv4(target),
      sender: ipv4('172.16.158.1'),
      operation: 'request',
      unicastTo: undefined,
      senderMac: undefined,
      count: 1,
      waitMs: 1000,
    }).flat().length;
  };

  it('answers for a remote block, its free addresses included', () => {
    const far = { destination: cidr('172.16.184.0/24'), via: ipv4('192.168.10.1') };
    const change = ({ node }: ReturnType<typeof nodeWithPods>) => addRoute(node, far);
    expect(['172.16.184.1', '172.16.184.99'].map((target) => asks(target, change))).to.deep.equal([
      1, 1,
    ]);
  });

  it('does not answer for what is routed back by the same interface', () => {
    expect(
      asks('10.9.9.9', ({ node }) => {
        addRoute(node, { destination: cidr('10.9.9.9/32'), device: 'cali-pod1', scope: 'link' });
      }),
    ).to.equal(0);
  });

  it('answers at once what is asked of it alone, whatever proxy_delay says', () => {
    const { network, node, pod1 } = nodeWithPods();
    sysctl(node, 'net.ipv4.neigh.cali-pod1.proxy_delay', 80);
    const eth0 = deviceIn(pod1, 'eth0');
    sendFrame(eth0, deviceIn(node, 'cali-pod1').mac ?? BROADCAST_MAC, {
      kind: 'arp',
      operation: 'request',
      senderMac: eth0.mac ?? ZERO_MAC,
      senderIp: ipv4('172.16.158.1'),
      targetMac: ZERO_MAC,
      targetIp: ipv4('8.8.8.8'),
    });
    wait(network, 1);
    const [, , answer] = network.frames;
    expect([framesOf(network)[2], answer?.atUs]).to.deep.equal([
      'k8s-w1 cali-pod1 out ARP, Reply 8.8.8.8 is-at ee:ee:ee:ee:ee:ee, length 28',
      4,
    ]);
  });

  it('is no proxy on the node’s own card', () => {
    const { node, router } = nodeWithPods();
    const asked = (target: string) =>
      arping(deviceIn(router, 'eth0'), {
        target: ipv4(target),
        sender: ipv4('192.168.10.1'),
        operation: 'request',
        unicastTo: undefined,
        senderMac: undefined,
        count: 1,
        waitMs: 100,
      }).flat();
    expect(asked('172.16.158.1')).to.deep.equal([]);
    expect(asked('192.168.10.101')).to.deep.equal([deviceIn(node, 'ens5').mac]);
  });
});
