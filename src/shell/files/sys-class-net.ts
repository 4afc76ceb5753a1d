/**
 * `/sys/class/net`: what the kernel tells of each device in a file of its own (net/core/net-sysfs.c).
 */
import { formatMac } from '../../addr/mac';
import type { Device } from '../../kernel/devices/device';
import { VethDriver } from '../../kernel/devices/veth';
import type { Netns } from '../../kernel/netns';
import { applyOp } from '../../kernel/ops/apply-op';
import { OpError } from '../../kernel/ops/op-error';
import type { LiveTree } from './live-tree';

/** ARPHRD_*, by the kind of device (include/uapi/linux/if_arp.h). */
const HARDWARE_TYPES = { loopback: 772, nic: 1, veth: 1, ipip: 768, vxlan: 1 } as const;
/** IFF_* (include/uapi/linux/if.h). */
const IFF_UP = 0x1;
const IFF_BROADCAST = 0x2;
const IFF_LOOPBACK = 0x8;
const IFF_NOARP = 0x80;
const IFF_MULTICAST = 0x1000;
const QUEUE_LENGTH = 1000;

type Attribute = (device: Device) => string | undefined;

const ATTRIBUTES = {
  addr_assign_type: () => '0',
  address: ({ mac }) => (mac === undefined ? '0.0.0.0' : formatMac(mac)),
  broadcast: ({ mac }) => (mac === undefined ? '0.0.0.0' : 'ff:ff:ff:ff:ff:ff'),
  /** To be asked only of a device that is up. */
  carrier: (device) => (device.isUp ? String(Number(device.isRunning)) : undefined),
  flags: (device) => `0x${flagsOf(device).toString(16)}`,
  ifindex: ({ ifindex }) => String(ifindex),
  iflink: linkOf,
  mtu: ({ mtu }) => String(mtu),
  operstate,
  tx_queue_len: () => String(QUEUE_LENGTH),
  type: ({ driver }) => String(HARDWARE_TYPES[driver.kind]),
} satisfies Readonly<Record<string, Attribute>>;

export function sysClassNet(netns: Netns): LiveTree {
  const attribute = (name: string): Attribute | undefined => {
    const table: Readonly<Record<string, Attribute>> = ATTRIBUTES;
    return Object.hasOwn(table, name) ? table[name] : undefined;
  };
  return {
    list: ([name, ...rest]) => {
      if (name === undefined) return [...netns.devices.keys()].sort();
      return netns.devices.has(name) && rest.length === 0 ? Object.keys(ATTRIBUTES) : undefined;
    },
    read: ([name = '', file = '', ...rest]) => {
      const device = netns.devices.get(name);
      const text = device && rest.length === 0 ? attribute(file)?.(device) : undefined;
      return text === undefined ? undefined : `${text}\n`;
    },
    whyClosed: ([name = '', file]) =>
      file === 'mtu' && netns.devices.has(name) ? undefined : 'Permission denied',
    write: ([name = ''], text) => {
      const mtu = Number(text.trim());
      if (!Number.isInteger(mtu)) throw new OpError('EINVAL');
      applyOp(netns, { kind: 'link-mtu', device: name, mtu });
    },
  };
}

/** The other end of a veth pair; a tunnel to everywhere has none, and others have themselves. */
function linkOf({ driver, ifindex }: Device): string {
  const peer = driver instanceof VethDriver ? driver.peer : undefined;
  if (peer !== undefined) return String(peer.ifindex);
  return driver.kind === 'ipip' ? '0' : String(ifindex);
}

/** Drivers without a link of their own never say that it is up. */
function operstate(device: Device): string {
  if (!device.isUp) return 'down';
  const { kind } = device.driver;
  if (kind !== 'nic' && kind !== 'veth') return 'unknown';
  return device.isRunning ? 'up' : 'lowerlayerdown';
}

function flagsOf({ isUp, driver, mac }: Device): number {
  const up = isUp ? IFF_UP : 0;
  if (driver.kind === 'loopback') return up | IFF_LOOPBACK;
  if (mac === undefined) return up | IFF_NOARP;
  return up | IFF_BROADCAST | IFF_MULTICAST;
}
