/** What a trace says of a host's decisions: the routes that lost, and the sysctls that decided. */
import { expect } from 'chai';
import { ipv4 } from '../addr/ipv4';
import { describeStep } from '../trace/describe-step';
import type { Step } from '../trace/trace';
import { arping } from './programs/arping';
import { deviceIn, type NodeWithPods, nodeWithPods } from './testing/node-with-pods';
import { pingFrom, sysctl } from './testing/watch';

function stepsOn({ network }: NodeWithPods, host: string): readonly Step[] {
  const hops = network.traces.flatMap((trace) => trace.hops);
  return hops.filter((hop) => hop.host === host).flatMap(({ steps }) => steps);
}

/** `10.1.1.1: default via … < …` for each route that the node looked up. */
function routesOf(world: NodeWithPods): readonly string[] {
  return stepsOn(world, 'k8s-w1').flatMap((step) => {
    if (step.kind !== 'route') return [];
    return [step.route, ...(step.beaten ?? [])].map(({ text }) => text.trim()).join(' > ');
  });
}

function sysctlsOn(world: NodeWithPods, host: string): readonly string[] {
  return stepsOn(world, host).flatMap((step) => (step.kind === 'sysctl' ? describeStep(step) : []));
}

function ask({ pod1 }: NodeWithPods, target: string): void {
  arping(deviceIn(pod1, 'eth0'), {
    target: ipv4(target),
    sender: ipv4('172.16.158.1'),
    operation: 'request',
    unicastTo: undefined,
    senderMac: undefined,
    count: 1,
    waitMs: 1500,
  });
}

describe('a routing decision', () => {
  it('names the routes that lost, the longest prefix first', () => {
    const world = nodeWithPods();
    pingFrom(world.pod1, '172.16.158.2');
    expect(routesOf(world)[0]).to.equal(
      '172.16.158.2 dev cali-pod2 scope link > ' +
        'blackhole 172.16.158.0/24 proto bird > default via 192.168.10.1 dev ens5',
    );
  });

  it('names what a blackhole beat', () => {
    const world = nodeWithPods();
    pingFrom(world.pod1, '172.16.158.9');
    expect(routesOf(world)).to.deep.equal([
      'blackhole 172.16.158.0/24 proto bird > default via 192.168.10.1 dev ens5',
    ]);
  });
});

describe('a sysctl that decided', () => {
  for (const [path, value, on, to, said] of [
    ['ip_forward', 0, 'node', '172.16.158.2', 'this host forwards nothing'],
    [
      'conf.cali-pod1.forwarding',
      0,
      'node',
      '172.16.158.2',
      'what comes in by cali-pod1 is not forwarded',
    ],
    ['icmp_echo_ignore_all', 1, 'pod2', '172.16.158.2', 'this host answers no echo request'],
  ] as const) {
    it(`is named where it is ${path}`, () => {
      const world = nodeWithPods();
      pingFrom(world.pod1, '172.16.158.2');
      sysctl(world[on], `net.ipv4.${path}`, value);
      world.network.forget();
      pingFrom(world.pod1, to);
      const host = on === 'node' ? 'k8s-w1' : on;
      expect(sysctlsOn(world, host)).to.deep.equal([`net.ipv4.${path} = ${value}: ${said}`]);
    });
  }

  it('is named where ARP is answered by proxy, and where not', () => {
    const world = nodeWithPods();
    ask(world, '169.254.1.1');
    expect(sysctlsOn(world, 'k8s-w1')).to.deep.equal([
      'net.ipv4.conf.cali-pod1.proxy_arp = 1: answers for what leaves by ens5 ' +
        '(default via 192.168.10.1 dev ens5)',
    ]);
    world.network.forget();
    sysctl(world.node, 'net.ipv4.conf.cali-pod1.proxy_arp', 0);
    ask(world, '169.254.1.1');
    expect(sysctlsOn(world, 'k8s-w1')).to.deep.equal([
      'net.ipv4.conf.cali-pod1.proxy_arp = 0: no answer for what others than cali-pod1 lead to',
    ]);
  });
});
