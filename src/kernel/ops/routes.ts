/**
 * `ip route`: adding, replacing and deleting routes, and what the kernel refuses
 * (`fib_table_insert`, net/ipv4/fib_trie.c; `fib_check_nh`, net/ipv4/fib_semantics.c).
 */
import type { Route } from '../../host/route';
import type { Device } from '../devices/device';
import { FibRoute } from '../fib';
import type { Netns } from '../netns';
import { deviceOf } from './links';
import { OpError } from './op-error';

const WITHOUT_DEVICE: ReadonlySet<Route['type']> = new Set([
  'blackhole',
  'unreachable',
  'prohibit',
  'throw',
]);

export function addRoute(netns: Netns, route: Route): void {
  const entry = resolve(netns, route);
  const isSame = (other: FibRoute) => other.table === 'main' && other.route.metric === route.metric;
  if (netns.fib.find(route.destination, isSame) !== undefined) throw new OpError('EEXIST');
  netns.fib.add(entry);
}

/** `ip route append`: behind those of the same prefix and metric, but not the very same again. */
export function appendRoute(netns: Netns, route: Route): void {
  const entry = resolve(netns, route);
  const isSame = (other: FibRoute) => other.table === 'main' && other.text === entry.text;
  if (netns.fib.find(route.destination, isSame) !== undefined) throw new OpError('EEXIST');
  netns.fib.add(entry);
}

/** `ip route replace`: the first route of the same prefix and metric makes room. */
export function replaceRoute(netns: Netns, route: Route): void {
  const entry = resolve(netns, route);
  const isSame = (other: FibRoute) => other.table === 'main' && other.route.metric === route.metric;
  const old = netns.fib.find(route.destination, isSame);
  if (old !== undefined) netns.fib.remove(route.destination, (other) => other === old);
  netns.fib.add(entry);
}

/** `ip route del`: the first route that has all that was named. */
export function deleteRoute(netns: Netns, route: Route): void {
  const old = netns.fib.find(
    route.destination,
    ({ table, route: other }) =>
      table === 'main' &&
      (route.type === 'unicast' || other.type === route.type) &&
      (route.device === undefined || other.device === route.device) &&
      (route.via === undefined || other.via === route.via) &&
      (route.metric === 0 || other.metric === route.metric),
  );
  if (old === undefined) throw new OpError('ESRCH');
  netns.fib.remove(route.destination, (other) => other === old);
}

/** Finds the device, and refuses a gateway that is not on a link. */
function resolve(netns: Netns, route: Route): FibRoute {
  if (WITHOUT_DEVICE.has(route.type)) return new FibRoute(route, undefined, 'main');
  const device = deviceFor(netns, route);
  if (!device.isUp) throw new OpError('ENETDOWN', 'Device for nexthop is not up');
  const named: Route = route.device === undefined ? withDevice(route, device) : route;
  return new FibRoute(named, device, route.type === 'local' ? 'local' : 'main');
}

function deviceFor(netns: Netns, { via, device, onlink }: Route): Device {
  if (via === undefined) {
    if (device === undefined) throw new OpError('ENODEV');
    return deviceOf(netns, device);
  }
  const own = device === undefined ? undefined : deviceOf(netns, device);
  if (own !== undefined && onlink) return own;
  const toGateway = netns.fib.lookup(via, own);
  if (toGateway?.device === undefined || toGateway.route.via !== undefined) {
    throw new OpError('ENETUNREACH', 'Nexthop has invalid gateway');
  }
  return toGateway.device;
}

function withDevice(route: Route, { name }: Device): Route {
  return { ...route, device: name };
}
