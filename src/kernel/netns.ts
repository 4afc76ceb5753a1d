/**
 * A network namespace: one host's whole network stack and its state. Whether it is a node, a pod, a
 * router or somebody outside makes no difference here.
 */
import type { Ipv4 } from '../addr/ipv4';
import { ipv4FromBits, LIMITED_BROADCAST } from '../addr/ipv4';
import { type Mac, ZERO_MAC } from '../addr/mac';
import { invariant } from '../base/invariant';
import type { Random } from '../base/random';
import { Netfilter } from '../netfilter/netfilter';
import type { AddressType, NetfilterHost, RulesPart } from '../netfilter/packet';
import type { ArpPacket } from '../wire/arp';
import type { Ipv4Packet } from '../wire/ipv4';
import { addressType, masqueradeAddress, reversePathHolds } from './address-questions';
import { Device, type DeviceDriver } from './devices/device';
import { LOOPBACK_MTU, loopback } from './devices/loopback';
import { Fib, FibRoute } from './fib';
import { FragmentQueues } from './ip/fragment-queue';
import { IcmpRate } from './ip/icmp-rate';
import type { NeighbourTable } from './neighbour/neighbour-table';
import type { Network } from './network';
import { PathMtus } from './path-mtus';
import { SocketTable } from './sockets/socket-table';
import type { Stack } from './stack';
import { CONF_DEFAULTS, type DeviceConf, IPV4_DEFAULTS, type Ipv4Conf } from './sysctls';

export class Netns implements NetfilterHost {
  readonly name: string;
  readonly network: Network;
  readonly stack: Stack;
  /** In the order in which they were made. */
  readonly devices = new Map<string, Device>();
  readonly fib = new Fib();
  readonly neighbours: NeighbourTable;
  readonly netfilter: Netfilter;
  readonly sockets = new SocketTable();
  readonly fragments = new FragmentQueues();
  readonly icmpRate = new IcmpRate();
  readonly confAll: DeviceConf = { ...CONF_DEFAULTS };
  readonly confDefault: DeviceConf = { ...CONF_DEFAULTS };
  /** Settings of what is not modelled, kept as they were written: path with dots to value. */
  readonly inertSysctls = new Map<string, string>();
  readonly ipv4Conf: Ipv4Conf = { ...IPV4_DEFAULTS };
  readonly #pathMtus = new PathMtus();
  readonly #localAddresses = new Map<Ipv4, number>();
  readonly #arpListeners = new Set<(device: Device, arp: ArpPacket) => void>();
  #ipId: number;
  #ifindex = 0;

  constructor(name: string, network: Network, stack: Stack, neighbours: NeighbourTable) {
    this.name = name;
    this.network = network;
    this.stack = stack;
    this.neighbours = neighbours;
    this.netfilter = new Netfilter(this);
    this.#ipId = network.random.between(1, 0xffff);
    this.addDevice('lo', loopback, ZERO_MAC, LOOPBACK_MTU);
  }

  get random(): Random {
    return this.network.random;
  }

  get nowUs(): number {
    return this.network.nowUs;
  }

  get loopback(): Device {
    const device = this.devices.get('lo');
    invariant(device !== undefined, 'every network namespace has its lo');
    return device;
  }

  addDevice(name: string, driver: DeviceDriver, mac: Mac | undefined, mtu: number): Device {
    invariant(!this.devices.has(name), `${this.name} has no other device called ${name}`);
    this.#ifindex += 1;
    const device = new Device(this, name, this.#ifindex, driver, mac, mtu);
    Object.assign(device.conf, this.confDefault);
    device.reachableTimeUs = this.drawReachableTime(device.neighConf.base_reachable_time_ms);
    this.devices.set(name, device);
    return device;
  }

  /** The device goes, and with it its routes, its neighbours and the other end of a pair. */
  removeDevice(device: Device): void {
    device.isRemoved = true;
    device.isUp = false;
    this.devices.delete(device.name);
    for (const { address } of device.addresses) this.countAddress(address, -1);
    this.neighbours.flush(device);
    this.fib.flush((entry) => entry.device === device);
    device.driver.remove?.(device);
  }

  /** `neigh_rand_reach_time`: between half and one and a half of the base. */
  drawReachableTime(baseMs: number): number {
    return this.random.between(baseMs * 500, baseMs * 1500);
  }

  /** Tells the host of an address that came (1) or went (-1). */
  countAddress(address: Ipv4, change: 1 | -1): void {
    const count = (this.#localAddresses.get(address) ?? 0) + change;
    if (count > 0) this.#localAddresses.set(address, count);
    else this.#localAddresses.delete(address);
  }

  /** Whether some device has exactly this address. */
  hasAddress(address: Ipv4): boolean {
    return this.#localAddresses.has(address);
  }

  /** Whether packets to it end here (RTN_LOCAL): all of 127.0.0.0/8, and the devices' addresses. */
  isLocalAddress(address: Ipv4): boolean {
    return this.fib.lookup(address)?.route.type === 'local';
  }

  isBroadcast(address: Ipv4): boolean {
    if (address === LIMITED_BROADCAST) return true;
    return this.fib.lookup(address)?.route.type === 'broadcast';
  }

  /** The route of 255.255.255.255, which no table holds. */
  readonly broadcastEntry = new FibRoute(
    {
      type: 'broadcast',
      destination: { address: LIMITED_BROADCAST, length: 32 },
      via: undefined,
      device: undefined,
      source: undefined,
      scope: 'link',
      proto: 'kernel',
      metric: 0,
      onlink: false,
    },
    undefined,
    'local',
  );

  /** The next value of the host's IP id counter; never zero. */
  nextIpId(): number {
    this.#ipId = (this.#ipId % 0xffff) + 1;
    return this.#ipId;
  }

  /** Bytes: what was learned of the path to the destination, else what the route or its device takes. */
  pathMtu(destination: Ipv4, otherwise: number): number {
    return this.#pathMtus.lookup(destination, this.nowUs) ?? otherwise;
  }

  learnPathMtu(destination: Ipv4, mtu: number): void {
    const known = this.#pathMtus.lookup(destination, this.nowUs);
    this.#pathMtus.learn(ipv4FromBits(destination), mtu, known, this.nowUs);
  }

  /** A packet socket for ARP. @returns what closes it */
  listenForArp(listener: (device: Device, arp: ArpPacket) => void): () => void {
    this.#arpListeners.add(listener);
    return () => this.#arpListeners.delete(listener);
  }

  tellArpListeners(device: Device, arp: ArpPacket): void {
    for (const listener of this.#arpListeners) listener(device, arp);
  }

  addressType(address: Ipv4, device?: string): AddressType {
    return addressType(this, address, device);
  }

  reversePathHolds(
    packet: Ipv4Packet,
    inInterface: string,
    _mark: number,
    loose: boolean,
  ): boolean {
    return reversePathHolds(this, packet, inInterface, loose);
  }

  firstAddress(device: string): Ipv4 | undefined {
    return this.devices.get(device)?.addresses[0]?.address;
  }

  masqueradeAddress(outInterface: string, destination: Ipv4): Ipv4 | undefined {
    return masqueradeAddress(this, outInterface, destination);
  }

  rulesTouched(part: RulesPart): void {
    const { watcher } = this.network;
    if (watcher?.isAwake) watcher.edited(this, { kind: 'rules', part });
  }
}
