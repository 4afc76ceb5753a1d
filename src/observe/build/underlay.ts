/**
 * What joins the nodes: a segment for each subnet, the router with a leg on each of them, and the
 * host outside that the router reaches by a leg of its own.
 */
import { cidr, cidrOf, type InterfaceAddress, parseInterfaceAddress } from '../../addr/cidr';
import { type Ipv4, ipv4 } from '../../addr/ipv4';
import type { Mac } from '../../addr/mac';
import type { Route } from '../../host/route';
import { NicDriver, Segment } from '../../kernel/devices/segment';
import { parseRouteWords } from '../route-words';
import { ScenarioError } from '../scenario';
import type { World } from '../world';
import { addBareHost } from './bare-host';
import { macFor, sysctl } from './pod';

export const ROUTER = 'router';

/** The router's leg to the outside. */
const OUTSIDE_LEG = 'eth9';

export function addUnderlay(world: World): void {
  const { external } = world.scenario;
  addBareHost(world, ROUTER);
  addBareHost(world, external.name);
  for (const name of world.scenario.nodes.keys()) addBareHost(world, name);
  addLegs(world);
  addUplinks(world);
  startRouter(world);
  startOutside(world);
  startNodes(world);
}

function addLegs(world: World): void {
  const { segments, mtu } = world.scenario;
  let number = 0;
  for (const [name, address] of segments) {
    const segment = new Segment(name);
    world.network.segments.set(name, segment);
    const own = macFor(interfaceAddress(address).address);
    const leg = `eth${number}`;
    plug(world, ROUTER, leg, { segment, mac: own, mtu: mtu.uplink });
    number += 1;
  }
}

function addUplinks(world: World): void {
  for (const [name, node] of world.scenario.nodes) {
    const segment = world.network.segments.get(node.segment);
    if (segment === undefined) throw new ScenarioError(`there is no segment ${node.segment}`);
    const own = macFor(interfaceAddress(node.ip).address);
    const { mtu } = world.scenario;
    plug(world, name, node.uplink, { segment, mac: own, mtu: mtu.uplink });
  }
}

interface Plug {
  readonly segment: Segment;
  readonly mac: Mac;
  /** Bytes. */
  readonly mtu: number;
}

function plug(world: World, host: string, device: string, { segment, mac, mtu }: Plug): void {
  segment.plug(world.netns(host).addDevice(device, new NicDriver(segment), mac, mtu));
  world.roles.name(mac, `${host}/${device}`);
  world.tell({ kind: 'plug', host, device, segment: segment.name, mac, mtu });
}

function startRouter(world: World): void {
  const { external, segments, routerDefault, routerRoutes } = world.scenario;
  const gateway = interfaceAddress(`${external.gw}/${interfaceAddress(external.ip).length}`);
  const outside = interfaceAddress(external.ip).address;
  world.apply(ROUTER, sysctl('net/ipv4/ip_forward', 1), {
    kind: 'link-add',
    link: {
      kind: 'veth',
      name: OUTSIDE_LEG,
      mac: macFor(gateway.address),
      mtu: 1500,
      peer: { netns: external.name, name: 'eth0', mac: macFor(outside), mtu: 1500 },
    },
  });
  world.roles.name(macFor(gateway.address), `${ROUTER}/${OUTSIDE_LEG}`);
  world.roles.name(macFor(outside), `${external.name}/eth0`);
  let number = 0;
  for (const address of segments.values()) {
    start(world, ROUTER, `eth${number}`, interfaceAddress(address));
    number += 1;
  }
  start(world, ROUTER, OUTSIDE_LEG, gateway);
  if (routerDefault) addRoute(world, ROUTER, defaultRoute(outside));
  for (const words of routerRoutes) addRoute(world, ROUTER, parseRouteWords(words));
}

/** The outside knows the segments, never the pods. */
function startOutside(world: World): void {
  const { external, segments } = world.scenario;
  const gateway = ipv4(external.gw);
  start(world, external.name, 'eth0', interfaceAddress(external.ip));
  for (const text of segments.values()) {
    const { address, length } = interfaceAddress(text);
    const destination = cidrOf(address, length);
    addRoute(world, external.name, { ...defaultRoute(gateway), destination });
  }
  if (external.defaultRoute) addRoute(world, external.name, defaultRoute(gateway));
}

function startNodes(world: World): void {
  for (const [name, node] of world.scenario.nodes) {
    world.apply(
      name,
      sysctl('net/ipv4/ip_forward', 1),
      sysctl('net/ipv4/conf/all/rp_filter', 0),
      sysctl('net/ipv4/conf/default/rp_filter', 0),
    );
    start(world, name, node.uplink, interfaceAddress(node.ip));
    addRoute(world, name, { ...defaultRoute(ipv4(node.gw)), device: node.uplink });
  }
}

function start(world: World, host: string, device: string, address: InterfaceAddress): void {
  world.apply(
    host,
    { kind: 'address-add', device, address, scope: 'global' },
    { kind: 'link-up', device },
  );
}

function addRoute(world: World, host: string, route: Route): void {
  world.apply(host, { kind: 'route-add', route });
}

function defaultRoute(via: Ipv4): Route {
  return {
    type: 'unicast',
    destination: cidr('0.0.0.0/0'),
    via,
    device: undefined,
    source: undefined,
    scope: 'global',
    proto: 'boot',
    metric: 0,
    onlink: false,
  };
}

function interfaceAddress(text: string): InterfaceAddress {
  const address = parseInterfaceAddress(text);
  if (address === undefined) throw new ScenarioError(`no interface address: ${text}`);
  return address;
}
