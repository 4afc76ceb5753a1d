/**
 * What Kubernetes does not describe, made of the simulated kernel: segments, nodes with a network
 * card, routers, hosts outside the cluster.
 */
import { cidrContains, type InterfaceAddress } from '../addr/cidr';
import { type Ipv4, ipv4 } from '../addr/ipv4';
import { randomMac } from '../addr/random-mac';
import type { Route } from '../host/route';
import { internalIpOf, type Node } from '../k8s/resources/node';
import { NicDriver, Segment } from '../kernel/devices/segment';
import type { Netns } from '../kernel/netns';
import type { Network } from '../kernel/network';
import { applyOp } from '../kernel/ops/apply-op';
import type { OutsideHost, Plan, PlannedRoute, Router, SegmentPlan } from './plan';

/** What hosts call their network card (DESIGN, section 4). */
export const NODE_NIC = 'ens5';

const LOOPBACK_ADDRESS: InterfaceAddress = { address: ipv4('127.0.0.1'), length: 8 };

/** A host with nothing but its loopback device, up. */
function addBareHost(network: Network, name: string): Netns {
  const host = network.addHost(name);
  applyOp(host, { kind: 'link-up', device: 'lo' });
  applyOp(host, {
    kind: 'address-add',
    device: 'lo',
    address: LOOPBACK_ADDRESS,
    scope: 'host',
  });
  return host;
}

/** Makes what the plan and the Nodes name and the network has not; removes nodes that are gone. */
export class Machines {
  readonly #network: Network;
  readonly #nodes = new Set<string>();

  constructor(network: Network) {
    this.#network = network;
  }

  /** An empty network namespace for a pod, before CNI has been there. */
  addPod(netns: string): void {
    if (!this.#network.hosts.has(netns)) addBareHost(this.#network, netns);
  }

  /** @returns the nodes that are gone */
  update(plan: Plan, nodes: readonly Node[]): readonly string[] {
    const network = this.#network;
    addSegments(network, plan);
    for (const router of plan.routers) {
      if (!network.hosts.has(router.name)) addRouter(network, plan, router);
    }
    for (const host of plan.hosts) {
      if (!network.hosts.has(host.name)) addOutsideHost(network, plan, host);
    }
    const wanted = new Set(nodes.map(({ metadata }) => metadata.name));
    const gone = [...this.#nodes].filter((name) => !wanted.has(name));
    for (const name of gone) network.removeHost(name);
    for (const node of nodes) {
      const { name } = node.metadata;
      if (!network.hosts.has(name)) addNode(network, plan, name, internalIpOf(node));
    }
    this.#nodes.clear();
    for (const name of wanted) this.#nodes.add(name);
    return gone;
  }
}

function addSegments(network: Network, plan: Plan): void {
  for (const { name, link } of plan.segments) {
    if (network.segments.has(name)) continue;
    const { lossPercent, latencyMs } = link;
    const latency = latencyMs === undefined ? {} : { latencyUs: latencyMs * 1000 };
    network.segments.set(name, new Segment(name, { lossPercent, ...latency }));
  }
}

/** A node of the cluster: its card on the segment of its address, its default route by the router. */
function addNode(network: Network, plan: Plan, name: string, address: Ipv4): void {
  const host = addBareHost(network, name);
  const segment = segmentOf(plan, address);
  if (segment === undefined) return;
  addCard(network, host, NODE_NIC, segment, address);
  const gateway = plan.gatewayOf(segment);
  if (gateway !== undefined) addDefaultRoute(host, gateway);
}

function addRouter(network: Network, plan: Plan, router: Router): void {
  const host = addBareHost(network, router.name);
  applyOp(host, { kind: 'sysctl', path: 'net.ipv4.ip_forward', value: '1' });
  router.addresses.forEach((address, index) => {
    const segment = segmentOf(plan, address);
    if (segment !== undefined) addCard(network, host, `eth${index}`, segment, address);
  });
  addRoutes(host, router.routes);
}

function addOutsideHost(network: Network, plan: Plan, outside: OutsideHost): void {
  const host = addBareHost(network, outside.name);
  const segment = segmentOf(plan, outside.address);
  if (segment !== undefined) addCard(network, host, 'eth0', segment, outside.address);
  addRoutes(host, outside.routes);
}

export function segmentOf(plan: Plan, address: Ipv4): SegmentPlan | undefined {
  return plan.segments.find(({ cidr }) => cidrContains(cidr, address));
}

function addCard(
  network: Network,
  host: Netns,
  name: string,
  { name: segmentName, cidr, link }: SegmentPlan,
  address: Ipv4,
): void {
  const segment = network.segments.get(segmentName);
  if (segment === undefined) return;
  const device = host.addDevice(name, new NicDriver(segment), randomMac(network.random), link.mtu);
  segment.plug(device);
  applyOp(host, { kind: 'link-up', device: name });
  applyOp(host, {
    kind: 'address-add',
    device: name,
    address: { address, length: cidr.length },
    scope: 'global',
  });
}

function addDefaultRoute(host: Netns, via: Ipv4): void {
  addRoutes(host, [{ to: { address: ipv4('0.0.0.0'), length: 0 }, via }]);
}

function addRoutes(host: Netns, routes: readonly PlannedRoute[]): void {
  for (const { to, via } of routes) {
    const route: Route = {
      type: 'unicast',
      destination: to,
      via,
      device: undefined,
      source: undefined,
      scope: 'global',
      proto: 'boot',
      metric: 0,
      onlink: false,
    };
    applyOp(host, { kind: 'route-add', route });
  }
}
