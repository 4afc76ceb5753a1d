/**
 * A node with a network card, a router beside it, and two pods wired as Calico wires them: the world
 * of most tests of the kernel and of the commands. No iptables.
 */
import { cidr, parseInterfaceAddress } from '../../addr/cidr';
import { ipv4 } from '../../addr/ipv4';
import { mac } from '../../addr/mac';
import { invariant } from '../../base/invariant';
import { seededRandom } from '../../base/random';
import type { Route } from '../../host/route';
import type { Device } from '../devices/device';
import { NicDriver, Segment } from '../devices/segment';
import type { Netns } from '../netns';
import { Network } from '../network';
import { applyOp } from '../ops/apply-op';
import { LINUX } from '../stack-of-linux';

export interface NodeWithPods {
  readonly network: Network;
  readonly segment: Segment;
  readonly node: Netns;
  readonly router: Netns;
  readonly pod1: Netns;
  readonly pod2: Netns;
}

const CALI_MAC = mac('ee:ee:ee:ee:ee:ee');

/** Node 192.168.10.101, router 192.168.10.1, pods 172.16.158.1 and .2. */
export function nodeWithPods(seed = 1, wireMode = false): NodeWithPods {
  const network = new Network(LINUX, { random: seededRandom(seed), wireMode });
  const segment = new Segment('fabric');
  const node = addHost(network, 'k8s-w1');
  plug(node, segment, 'ens5', '02:00:00:00:01:01', '192.168.10.101/24');
  addRoute(node, { destination: cidr('0.0.0.0/0'), via: ipv4('192.168.10.1'), device: 'ens5' });
  applyOp(node, { kind: 'sysctl', path: 'net.ipv4.ip_forward', value: '1' });
  addRoute(node, {
    type: 'blackhole',
    destination: cidr('172.16.158.0/24'),
    device: undefined,
    proto: 'bird',
  });
  const router = addHost(network, 'router');
  plug(router, segment, 'eth0', '02:00:00:00:00:01', '192.168.10.1/24');
  const pod1 = addPod(node, 'pod1', '172.16.158.1', '02:aa:00:00:00:01');
  const pod2 = addPod(node, 'pod2', '172.16.158.2', '02:aa:00:00:00:02');
  return { network, segment, node, router, pod1, pod2 };
}

/** The device of that name; a test that asks knows that it is there. */
export function deviceIn(netns: Netns, name: string): Device {
  const device = netns.devices.get(name);
  invariant(device !== undefined, `${netns.name} has a device ${name}`);
  return device;
}

export type RouteFields = Partial<Route> & Pick<Route, 'destination'>;

/** A route with `ip route`'s defaults for what is not given. */
export function routeOf(given: RouteFields): Route {
  return {
    type: 'unicast',
    via: undefined,
    device: undefined,
    source: undefined,
    scope: 'global',
    proto: 'boot',
    metric: 0,
    onlink: false,
    ...given,
  };
}

/** Lets virtual time pass. */
export function wait(network: Network, seconds: number): void {
  network.scheduler.runUntil(network.nowUs + seconds * 1_000_000);
}

/** A host with nothing but its loopback device, up. */
export function addHost(network: Network, name: string): Netns {
  const netns = network.addHost(name);
  addAddress(netns, 'lo', '127.0.0.1/8');
  applyOp(netns, { kind: 'link-up', device: 'lo' });
  return netns;
}

/** A network card on the segment. @param address with its prefix length */
export function plug(
  netns: Netns,
  segment: Segment,
  name: string,
  own: string,
  address: string,
): void {
  const device = netns.addDevice(name, new NicDriver(segment), mac(own), 1500);
  segment.plug(device);
  addAddress(netns, name, address);
  applyOp(netns, { kind: 'link-up', device: name });
}

/** A pod as the CNI plugin leaves it, and what Felix adds on the node's side. */
export function addPod(node: Netns, name: string, address: string, own: string): Netns {
  const pod = addHost(node.network, name);
  const cali = `cali-${name}`;
  const peer = { netns: name, name: 'eth0', mac: mac(own), mtu: 1500 };
  applyOp(node, {
    kind: 'link-add',
    link: { kind: 'veth', name: cali, mac: CALI_MAC, mtu: 1500, peer },
  });
  addAddress(pod, 'eth0', `${address}/32`);
  applyOp(pod, { kind: 'link-up', device: 'eth0' });
  const gateway = ipv4('169.254.1.1');
  addRoute(pod, { destination: cidr('169.254.1.1/32'), device: 'eth0', scope: 'link' });
  addRoute(pod, { destination: cidr('0.0.0.0/0'), via: gateway, device: 'eth0' });
  for (const [path, value] of [
    [`net.ipv4.conf.${cali}.proxy_arp`, '1'],
    [`net.ipv4.conf.${cali}.forwarding`, '1'],
    [`net.ipv4.neigh.${cali}.proxy_delay`, '0'],
  ] as const) {
    applyOp(node, { kind: 'sysctl', path, value });
  }
  applyOp(node, { kind: 'link-up', device: cali });
  addRoute(node, { destination: cidr(`${address}/32`), device: cali, scope: 'link' });
  return pod;
}

function addAddress(netns: Netns, device: string, text: string): void {
  const address = parseInterfaceAddress(text);
  invariant(address !== undefined, `${text} is an address`);
  const scope = device === 'lo' ? 'host' : 'global';
  applyOp(netns, { kind: 'address-add', device, address, scope });
}

export function addRoute(netns: Netns, given: RouteFields): void {
  applyOp(netns, { kind: 'route-add', route: routeOf(given) });
}
