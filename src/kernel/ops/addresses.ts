/**
 * `ip addr`: an address, and the routes that the kernel makes of it (`inet_insert_ifa`,
 * net/ipv4/devinet.c; `fib_add_ifaddr`, net/ipv4/fib_frontend.c).
 */
import { cidrOf, type InterfaceAddress, netmask } from '../../addr/cidr';
import { type Ipv4, ipv4FromBits, isLoopback } from '../../addr/ipv4';
import type { Route, RouteType, Scope } from '../../host/route';
import type { Device, DeviceAddress } from '../devices/device';
import { FibRoute } from '../fib';
import { SCOPE_NUMBER } from '../source-address';
import { OpError } from './op-error';

/** The routing table that a route of the kernel's own goes to. */
function tableOf(type: RouteType): 'local' | 'main' {
  return type === 'unicast' ? 'main' : 'local';
}

export function addAddress(device: Device, wanted: InterfaceAddress, scope: Scope): void {
  const { address, length } = wanted;
  if (device.addresses.some((own) => own.address === address && own.length === length)) {
    throw new OpError('EEXIST');
  }
  const isSecondary = device.addresses.some(
    (own) =>
      own.length === length &&
      ((own.address ^ address) & netmask(length)) === 0 &&
      own.scope === scope,
  );
  const own = { address, length, scope, isSecondary };
  device.addresses = withAddress(device.addresses, own);
  device.netns.countAddress(address, 1);
  addRoute(device, 'local', address, 32, 'host', primaryOf(device, own));
  if (device.isUp) addAddressRoutes(device, own);
}

/** `__inet_insert_ifa`: primary addresses by scope, the narrow ones first; secondary ones at the end. */
function withAddress(
  addresses: readonly DeviceAddress[],
  own: DeviceAddress,
): readonly DeviceAddress[] {
  if (own.isSecondary) return [...addresses, own];
  const staysBefore = (other: DeviceAddress) =>
    !other.isSecondary && SCOPE_NUMBER[own.scope] <= SCOPE_NUMBER[other.scope];
  const at = addresses.filter(staysBefore).length;
  return [...addresses.slice(0, at), own, ...addresses.slice(at)];
}

/** `fib_add_ifaddr`: a secondary address speaks with the name of the first one of its subnet. */
function primaryOf(
  { addresses }: Device,
  { address, length, scope, isSecondary }: DeviceAddress,
): Ipv4 {
  if (!isSecondary) return address;
  const primary = addresses.find(
    (own) =>
      !own.isSecondary &&
      own.length === length &&
      own.scope === scope &&
      ((own.address ^ address) & netmask(length)) === 0,
  );
  return primary?.address ?? address;
}

/** The connected subnet and its broadcast address; only while the device is up. */
export function addAddressRoutes(device: Device, own: DeviceAddress): void {
  const { address, length } = own;
  if (length === 32 || own.isSecondary) return;
  const isLoopbackNet = isLoopback(address);
  const type = isLoopbackNet ? 'local' : 'unicast';
  const subnet = cidrOf(address, length);
  addRoute(device, type, subnet.address, length, isLoopbackNet ? 'host' : 'link', address);
  if (length < 31) {
    const last = ipv4FromBits(subnet.address | ~netmask(length));
    addRoute(device, 'broadcast', last, 32, 'link', address);
  }
}

function addRoute(
  device: Device,
  type: RouteType,
  destination: Ipv4,
  length: number,
  scope: Scope,
  source: Ipv4,
): void {
  const { fib } = device.netns;
  const prefix = { address: destination, length };
  const table = tableOf(type);
  const isThere = (entry: FibRoute) =>
    entry.table === table && entry.device === device && entry.route.source === source;
  if (fib.find(prefix, isThere) !== undefined) return;
  const route: Route = {
    type,
    destination: prefix,
    via: undefined,
    device: device.name,
    source,
    scope,
    proto: 'kernel',
    metric: 0,
    onlink: false,
  };
  fib.add(new FibRoute(route, device, table));
}

/** `inet_del_ifa`: the address goes, and every route that leaves from it. */
export function deleteAddress(device: Device, { address, length }: InterfaceAddress): void {
  const own = device.addresses.find((one) => one.address === address && one.length === length);
  if (own === undefined) throw new OpError('EADDRNOTAVAIL');
  device.addresses = device.addresses.filter((one) => one !== own);
  device.netns.countAddress(address, -1);
  const { fib } = device.netns;
  const isOwn = ({ type, destination }: Route) =>
    type === 'local' && destination.length === 32 && destination.address === address;
  fib.flush(({ device: by, route }) => by === device && (route.source === address || isOwn(route)));
  if (!device.netns.hasAddress(address)) fib.flush((entry) => entry.route.source === address);
}
