/**
 * A network device: Linux's `struct net_device` (include/linux/netdevice.h). What its kind does with
 * a frame is in its driver, one file each beside this one.
 */
import type { InterfaceAddress } from '../../addr/cidr';
import type { Ipv4 } from '../../addr/ipv4';
import { BROADCAST_MAC, isGroupMac, type Mac } from '../../addr/mac';
import type { Scope } from '../../host/route';
import type { Frame } from '../../wire/ethernet';
import { frameLength, type Ipv4Packet, packetLength } from '../../wire/ipv4';
import type { Netns } from '../netns';
import type { PacketTrace } from '../packet-trace';
import type { PacketType, Skb } from '../skb';
import { CONF_DEFAULTS, type DeviceConf, NEIGH_DEFAULTS, type NeighConf } from '../sysctls';

export interface DeviceAddress extends InterfaceAddress {
  readonly scope: Scope;
  /** A later address of a subnet that the device already has one in; never chosen as a source. */
  readonly isSecondary: boolean;
}

export type DeviceKind = 'loopback' | 'nic' | 'veth' | 'ipip' | 'vxlan';

/** What the kinds of device differ in (`struct net_device_ops`). */
export interface DeviceDriver {
  readonly kind: DeviceKind;
  /** Whether frames have an Ethernet header; tunl0's have none. */
  readonly hasLinkLayer: boolean;
  /** Whether next hops are resolved by ARP (no IFF_NOARP). */
  readonly usesArp: boolean;
  /** Whether the other end is there and up. */
  hasCarrier(): boolean;
  /** Takes what the stack sends: frames, or bare packets where there is no link layer. */
  transmit(
    device: Device,
    unit: Frame | Ipv4Packet,
    trace: PacketTrace,
    skb: Skb | undefined,
  ): void;
  /** Told when the device goes down, so that the other end loses its carrier. */
  goDown?(device: Device): void;
  /** Told when the device goes away, so that the other end goes too. */
  remove?(device: Device): void;
}

/** What went through a device since it was made (`struct rtnl_link_stats64`). */
export interface Traffic {
  packets: number;
  /** Frames with their Ethernet header, or bare packets where there is none. */
  bytes: number;
}

/** Notes a frame or a packet. */
export function count(traffic: Traffic, unit: Frame | Ipv4Packet): void {
  traffic.packets += 1;
  traffic.bytes += unit.kind === 'frame' ? frameLength(unit) : packetLength(unit);
}

export class Device {
  readonly netns: Netns;
  readonly name: string;
  readonly ifindex: number;
  readonly driver: DeviceDriver;
  mac: Mac | undefined;
  mtu: number;
  isUp = false;
  /** Whether it ever was up: only then does it have a queue. */
  wasUp = false;
  isRemoved = false;
  readonly received: Traffic = { packets: 0, bytes: 0 };
  readonly sent: Traffic = { packets: 0, bytes: 0 };
  /** In the order in which they were added. */
  addresses: readonly DeviceAddress[] = [];
  readonly conf: DeviceConf = { ...CONF_DEFAULTS };
  readonly neighConf: NeighConf = { ...NEIGH_DEFAULTS };
  /** Drawn once for the device, 0.5 to 1.5 times base_reachable_time (`neigh_rand_reach_time`). */
  reachableTimeUs = 0;

  constructor(
    netns: Netns,
    name: string,
    ifindex: number,
    driver: DeviceDriver,
    mac: Mac | undefined,
    mtu: number,
  ) {
    this.netns = netns;
    this.name = name;
    this.ifindex = ifindex;
    this.driver = driver;
    this.mac = mac;
    this.mtu = mtu;
  }

  /** Up, and its other end too: what `ip link` prints as LOWER_UP. */
  get isRunning(): boolean {
    return this.isUp && this.driver.hasCarrier();
  }

  hasAddress(address: Ipv4): boolean {
    return this.addresses.some((own) => own.address === address);
  }

  /** `dev_queue_xmit`: the frame is captured, then the driver has it. */
  transmit(unit: Frame | Ipv4Packet, trace: PacketTrace, skb: Skb | undefined): void {
    if (!this.isRunning) {
      trace.drop('DEV_READY', `${this.name} is ${this.isUp ? 'without carrier' : 'down'}`);
      return;
    }
    // Loopback's frames are seen once, when they come in.
    if (this.driver.kind !== 'loopback') {
      trace.add({ kind: 'transmit', device: this.name, frame: unit });
      count(this.sent, unit);
      this.netns.network.capture(this, 'out', unit, trace);
    }
    this.driver.transmit(this, unit, trace, skb);
  }

  /** A frame that the other end sent (`netif_receive_skb`). */
  receive(frame: Frame, trace: PacketTrace): void {
    if (!this.isUp || this.isRemoved) {
      trace.drop('DEV_READY', `${this.name} is down`);
      return;
    }
    const type = this.#typeOf(frame);
    count(this.received, frame);
    trace.add({ kind: 'receive', device: this.name, frame });
    this.netns.network.capture(this, type === 'other' ? 'other' : 'in', frame, trace);
    this.netns.stack.receiveFrame(this, frame, type, trace);
  }

  /** A bare packet, on a device without a link layer. */
  receivePacket(skb: Skb): void {
    count(this.received, skb.packet);
    skb.trace.add({ kind: 'receive', device: this.name, frame: skb.packet });
    this.netns.network.capture(this, 'in', skb.packet, skb.trace);
    this.netns.stack.receivePacket(this, skb);
  }

  /** `eth_type_trans`. */
  #typeOf(frame: Frame): PacketType {
    if (frame.destination === this.mac) return 'host';
    if (frame.destination === BROADCAST_MAC || isGroupMac(frame.destination)) return 'broadcast';
    return 'other';
  }
}
