/**
 * What holds in a cluster, whatever is sent through it and whatever somebody changes or breaks:
 * nothing throws but a refusal, every packet has one fate, and bytes say the same as objects.
 */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { ipv4 } from '../../addr/ipv4';
import { checkTrace } from '../../kernel/testing/trace-law';
import type { Trace } from '../../trace/trace';
import { captureBytes } from '../../wire/capture/capture';
import { connectTo, inputFile, pingTo } from '../contract/world.contract';
import type { Driver } from '../driver';
import type { Stimulus } from '../stimulus';
import { newSimDriver } from './sim';

type Action = (driver: Driver) => Promise<unknown>;

const POOL = 'default-ipv4-ippool';
const NODES = ['k8s-m', 'k8s-w1', 'k8s-w2', 'k8s-w0'];
const PODS = ['default/a', 'default/b', 'default/c'];
const HOSTS = [...NODES, ...PODS, 'router', 'internet'];
const ADDRESSES = [
  '172.16.158.1',
  '172.16.184.1',
  '172.16.34.1',
  '172.16.158.0',
  '172.16.158.77',
  '172.16.200.1',
  '192.168.10.101',
  '192.168.20.100',
  '192.168.10.77',
  '169.254.1.1',
  '8.8.8.8',
  '127.0.0.1',
  '192.168.10.255',
];

function podText(name: string, node: string): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: { nodeName: node, containers: [{ name: 'one', image: 'one' }] },
  });
}

const host = fc.constantFrom(...HOSTS);
const address = fc.constantFrom(...ADDRESSES);

const stimulus: fc.Arbitrary<Stimulus> = fc.oneof(
  fc
    .record({
      from: host,
      count: fc.integer({ min: 1, max: 3 }),
      size: fc.constantFrom(0, 56, 1422, 1452, 1472, 3000),
      ttl: fc.constantFrom(undefined, undefined, 1, 2, 3),
      df: fc.constantFrom('do', 'want', 'dont'),
    })
    .chain((changes) => address.map((to) => pingTo(to, { ...changes, icmpId: undefined }))),
  fc
    .tuple(fc.constantFrom('tcp', 'udp'), address, host)
    .map(([protocol, to, from]) => connectTo(protocol, to, { from, sourcePort: undefined })),
  fc.tuple(host, address, fc.constantFrom('udp', 'icmp')).map(([from, to, method]) => {
    return { kind: 'traceroute', from, to: ipv4(to), method, maxHops: 3 } as const;
  }),
  fc.tuple(fc.constantFrom(...PODS), address, address).map(([from, source, to]) => {
    return { kind: 'inject', from, source: ipv4(source), to: ipv4(to), ttl: 3 } as const;
  }),
  fc.tuple(fc.constantFrom(...PODS), address).map(([from, target]) => {
    return { kind: 'arping', from, device: 'eth0', target: ipv4(target), count: 1 } as const;
  }),
);

const COMMANDS = [
  'ip link set ens5 down',
  'ip link set ens5 up',
  'ip link set eth0 down',
  'ip link set tunl0 down',
  'ip link set eth0 mtu 1000',
  'ip route del default',
  'ip route add unreachable 172.16.184.0/26',
  'ip neigh flush all',
  'sysctl -w net.ipv4.ip_forward=0',
  'sysctl -w net.ipv4.conf.all.rp_filter=1',
  'iptables -P FORWARD DROP',
  'iptables -I FORWARD -p icmp -j REJECT',
  'iptables -t nat -F',
  'conntrack -F',
];

const change: fc.Arbitrary<Action> = fc.oneof(
  fc.tuple(host, fc.constantFrom(...COMMANDS)).map(
    ([where, command]) =>
      (driver: Driver) =>
        driver.exec(where, command),
  ),
  fc
    .tuple(fc.constantFrom('Always', 'CrossSubnet', 'Never'), fc.boolean())
    .map(([ipipMode, natOutgoing]) => (driver: Driver) => {
      return driver.patch('IPPool', POOL, { spec: { ipipMode, vxlanMode: 'Never', natOutgoing } });
    }),
  fc.constant((driver: Driver) => {
    return driver.patch('IPPool', POOL, { spec: { ipipMode: 'Never', vxlanMode: 'Always' } });
  }),
  fc.constantFrom('a', 'b', 'c').map((pod) => (driver: Driver) => driver.delete('Pod', pod)),
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...NODES)).map(
    ([pod, node]) =>
      (driver: Driver) =>
        driver.apply(podText(pod, node), 'pod.yaml'),
  ),
  fc.constantFrom(...NODES).map((node) => (driver: Driver) => driver.delete('Node', node)),
);

const story = fc.array(fc.tuple(fc.array(change, { maxLength: 2 }), stimulus), {
  minLength: 1,
  maxLength: 5,
});

async function unlessRefused(action: Promise<unknown>): Promise<void> {
  try {
    await action;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'RefusedError') throw error;
  }
}

async function play(
  driver: Driver,
  scenes: readonly (readonly [readonly Action[], Stimulus])[],
): Promise<readonly string[]> {
  await driver.apply(inputFile('labs/kans.yaml'), 'kans.yaml');
  const pods = [podText('a', 'k8s-w1'), podText('b', 'k8s-w2'), podText('c', 'k8s-w0')];
  await driver.apply(pods.join('\n---\n'), 'pods.yaml');
  const traces: Trace[] = [];
  for (const [changes, wanted] of scenes) {
    for (const one of changes) await unlessRefused(one(driver));
    await unlessRefused(
      driver.run(wanted).then((outcome) => {
        traces.push(...outcome.traces);
      }),
    );
  }
  await driver.wait(60_000);
  const frames = await driver.captured();
  for (const trace of traces) checkTrace(trace, Number.POSITIVE_INFINITY);
  return frames.map(
    ({ host, device, atUs, frame }) => `${atUs} ${host} ${device} ${captureBytes(frame).join(' ')}`,
  );
}

describe('in a cluster, whatever is sent and whatever is changed', () => {
  it('every packet has one fate, and bytes on the wire say the same as objects', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(3), story, async (seed, scenes) => {
        const objects = await play(newSimDriver({ seed, wire: false }), scenes);
        const bytes = await play(newSimDriver({ seed, wire: true }), scenes);
        expect(bytes).to.deep.equal(objects);
      }),
      { numRuns: 40 },
    );
  }).timeout(20_000);
});
