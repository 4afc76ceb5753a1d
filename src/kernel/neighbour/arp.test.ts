/**
 * Whom a cali interface answers for: the matrix that a real Linux 6.18 filled in.
 */
import { expect } from 'chai';
import { ipv4 } from '../../addr/ipv4';
import { applyOp } from '../ops/apply-op';
import { arping } from '../programs/arping';
import { deviceIn, type NodeWithPods, nodeWithPods } from '../testing/node-with-pods';

/** Asks from pod1; whether its cali interface answered. */
function isAnswered({ pod1 }: NodeWithPods, target: string, sender = '172.16.158.1'): boolean {
  const [answers = []] = arping(deviceIn(pod1, 'eth0'), {
    target: ipv4(target),
    sender: ipv4(sender),
    operation: 'request',
    unicastTo: undefined,
    senderMac: undefined,
    count: 1,
    waitMs: 1500,
  });
  return answers.length > 0;
}

describe('a cali interface, asked by its pod', () => {
  for (const [target, answered, why] of [
    ['169.254.1.1', true, 'the default route leaves by another device'],
    ['8.8.8.8', true, 'so does this one'],
    ['192.168.10.77', true, 'and the connected route'],
    ['172.16.158.2', true, 'a pod on the same node'],
    ['192.168.10.101', true, 'the node’s own address'],
    ['172.16.158.9', false, 'a blackhole is no unicast route'],
    ['172.16.158.1', false, 'the pod’s own address is routed back to it'],
    ['224.0.0.1', false, 'multicast'],
    ['255.255.255.255', false, 'broadcast'],
    ['0.0.0.0', false, 'nobody'],
    ['127.0.0.1', false, 'loopback, without route_localnet'],
  ] as const) {
    it(`${answered ? 'answers' : 'does not answer'} for ${target}: ${why}`, () => {
      expect(isAnswered(nodeWithPods(), target)).to.equal(answered);
    });
  }

  it('answers for 127.0.0.1 with route_localnet', () => {
    const world = nodeWithPods();
    set(world, 'net.ipv4.conf.cali-pod1.route_localnet', '1');
    expect(isAnswered(world, '127.0.0.1')).to.equal(true);
  });

  it('answers a probe for duplicates for the node’s own address only', () => {
    const world = nodeWithPods();
    const targets = ['169.254.1.1', '192.168.10.101'];
    const answers = targets.map((target) => isAnswered(world, target, '0.0.0.0'));
    expect(answers).to.deep.equal([false, true]);
  });

  for (const [path, value] of [
    ['net.ipv4.conf.cali-pod1.proxy_arp', '0'],
    ['net.ipv4.conf.cali-pod1.forwarding', '0'],
  ] as const) {
    it(`answers for the node’s own address only where ${path} is ${value}`, () => {
      const world = nodeWithPods();
      set(world, path, value);
      const targets = ['169.254.1.1', '172.16.158.2', '192.168.10.101'];
      const answers = targets.map((target) => isAnswered(world, target));
      expect(answers).to.deep.equal([false, false, true]);
    });
  }

  it('does not answer for 169.254.1.1 without a default route, but does for the other pod', () => {
    const world = nodeWithPods();
    const [route] = world.node.fib.routes('main');
    if (route !== undefined) applyOp(world.node, { kind: 'route-delete', route });
    const targets = ['169.254.1.1', '8.8.8.8', '172.16.158.2'];
    expect(targets.map((target) => isAnswered(world, target))).to.deep.equal([false, false, true]);
  });

  for (const [rpFilter, answered] of [
    ['0', true],
    ['1', false],
    ['2', false],
  ] as const) {
    it(`${answered ? 'answers and learns' : 'ignores'} a foreign sender with rp_filter ${rpFilter}`, () => {
      const world = nodeWithPods();
      set(world, 'net.ipv4.conf.cali-pod1.rp_filter', rpFilter);
      expect(isAnswered(world, '169.254.1.1', '10.1.2.3')).to.equal(answered);
      const learnt = [...world.node.neighbours.rows()].map(({ address }) => address);
      expect(learnt).to.deep.equal(answered ? [ipv4('10.1.2.3')] : []);
    });
  }

  it('takes up to 0.8 s where proxy_delay is Linux’s own', () => {
    const world = nodeWithPods();
    set(world, 'net.ipv4.neigh.cali-pod1.proxy_delay', '80');
    world.network.forget();
    expect(isAnswered(world, '169.254.1.1')).to.equal(true);
    const reply = world.network.frames.find(({ device, direction }) => {
      return device === 'cali-pod1' && direction === 'out';
    });
    expect(reply?.atUs).to.be.within(1000, 800_100);
  });
});

function set({ node }: NodeWithPods, path: string, value: string): void {
  applyOp(node, { kind: 'sysctl', path, value });
}
