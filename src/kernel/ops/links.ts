/**
 * `ip link`: devices are made, come up, go down and go (net/core/dev.c; net/ipv4/devinet.c and
 * fib_frontend.c for what that does to addresses and routes).
 */
import type { Mac } from '../../addr/mac';
import type { LinkSpec } from '../../host/op';
import type { Device } from '../devices/device';
import { IpipDriver } from '../devices/ipip';
import { VethDriver, VethPair } from '../devices/veth';
import { VxlanDriver } from '../devices/vxlan';
import type { Netns } from '../netns';
import { addAddressRoutes } from './addresses';
import { OpError } from './op-error';

export function deviceOf(netns: Netns, name: string): Device {
  const device = netns.devices.get(name);
  if (device === undefined) throw new OpError('ENODEV', `Cannot find device "${name}"`);
  return device;
}

export function addLink(netns: Netns, link: LinkSpec): void {
  if (netns.devices.has(link.name)) throw new OpError('EEXIST');
  switch (link.kind) {
    case 'veth':
      addVeth(netns, link);
      return;
    case 'ipip':
      netns.addDevice(link.name, new IpipDriver(), undefined, link.mtu);
      return;
    case 'vxlan': {
      const key = netns.random.next();
      netns.addDevice(link.name, new VxlanDriver(link, key), link.mac, link.mtu);
      return;
    }
  }
}

function addVeth(netns: Netns, link: Extract<LinkSpec, { kind: 'veth' }>): void {
  const { peer } = link;
  const other = netns.network.hosts.get(peer.netns);
  if (other === undefined) throw new OpError('EINVAL', `no network namespace ${peer.netns}`);
  if (other.devices.has(peer.name)) throw new OpError('EEXIST');
  const pair = new VethPair();
  const one = new VethDriver(pair);
  const two = new VethDriver(pair);
  const addFar = () => other.addDevice(peer.name, two, peer.mac, peer.mtu);
  // The peer is made first (`veth_newlink`), which shows in the numbers where both are on one host.
  const farBeside = other === netns ? addFar() : undefined;
  const end = netns.addDevice(link.name, one, link.mac, link.mtu);
  const far = farBeside ?? addFar();
  one.attach(end);
  two.attach(far);
  pair.join(end, far);
}

/** `__dev_open`: the connected routes come back; routes that others added do not. */
export function setUp(device: Device): void {
  if (device.isUp) return;
  device.isUp = true;
  device.wasUp = true;
  for (const own of device.addresses) addAddressRoutes(device, own);
}

/** `dev_close` and `fib_disable_ip`: all routes by the device go, but for its own addresses'. */
export function setDown(device: Device): void {
  if (!device.isUp) return;
  device.isUp = false;
  const { netns } = device;
  netns.fib.flush((entry) => entry.device === device && entry.route.type !== 'local');
  netns.neighbours.flush(device);
  device.driver.goDown?.(device);
}

/** `dev_set_mtu`. */
export function setMtu(device: Device, mtu: number): void {
  if (mtu < 68) throw new OpError('EINVAL', 'mtu less than device minimum');
  device.mtu = mtu;
}

/** `dev_set_mac_address`: who was known by the device is forgotten (`neigh_changeaddr`). */
export function setMac(device: Device, mac: Mac): void {
  device.mac = mac;
  device.netns.neighbours.flush(device);
}
