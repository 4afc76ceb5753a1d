/**
 * What `ip link` says of each kind of device, and of its other end.
 */
import { formatIpv4 } from '../../../addr/ipv4';
import { BROADCAST_MAC, formatMac, ZERO_MAC } from '../../../addr/mac';
import type { Device, DeviceKind } from '../../../kernel/devices/device';
import { VethDriver } from '../../../kernel/devices/veth';
import { VxlanDriver } from '../../../kernel/devices/vxlan';

interface LinkKind {
  /** Flags apart from those of the device's state (`IFF_…`). */
  readonly flags: readonly string[];
  /** As behind `link/`. */
  readonly type: 'loopback' | 'ether' | 'ipip';
  /** What a queueing discipline Linux gives to a device of this kind. */
  readonly qdisc: 'noqueue' | 'fq_codel';
  /** Whether the driver tells if its other end is there; else the state stays UNKNOWN. */
  readonly knowsCarrier: boolean;
}

const ETHERNET = ['BROADCAST', 'MULTICAST'] as const;

export const LINK_KINDS: Readonly<Record<DeviceKind, LinkKind>> = {
  loopback: { flags: ['LOOPBACK'], type: 'loopback', qdisc: 'noqueue', knowsCarrier: false },
  nic: { flags: ETHERNET, type: 'ether', qdisc: 'fq_codel', knowsCarrier: true },
  veth: { flags: ETHERNET, type: 'ether', qdisc: 'noqueue', knowsCarrier: true },
  ipip: { flags: ['NOARP'], type: 'ipip', qdisc: 'noqueue', knowsCarrier: false },
  vxlan: { flags: ETHERNET, type: 'ether', qdisc: 'noqueue', knowsCarrier: false },
};

/** `@if4`: the other end's number in its own network namespace; `@NONE` for a tunnel to everywhere. */
export function otherEndOf(device: Device): string {
  const { driver } = device;
  if (driver.kind === 'ipip') return '@NONE';
  if (!(driver instanceof VethDriver) || driver.peer === undefined) return '';
  return `@if${driver.peer.ifindex}`;
}

/**
 * `link-netnsid N`: which other network namespace the other end is in. Each namespace numbers those
 * that it has to do with from 0, in the order in which it met them (`peernet2id_alloc`).
 */
export function netnsIdOf(device: Device): string {
  const peer = peerNetns(device);
  if (peer === undefined) return '';
  const met = new Set([...device.netns.devices.values()].map(peerNetns));
  met.delete(undefined);
  return ` link-netnsid ${[...met].indexOf(peer)}`;
}

function peerNetns({ driver }: Device): string | undefined {
  return driver instanceof VethDriver ? driver.peer?.netns.name : undefined;
}

/** The address and the broadcast address of the link layer; tunl0's are addresses of IP. */
export function linkAddresses(device: Device): readonly [own: string, everybody: string] {
  if (device.driver.kind === 'ipip') return ['0.0.0.0', '0.0.0.0'];
  const everybody = device.driver.kind === 'loopback' ? ZERO_MAC : BROADCAST_MAC;
  return [formatMac(device.mac ?? ZERO_MAC), formatMac(everybody)];
}

/** `ip -d link`: what only this kind has. */
export function kindDetails({ driver }: Device): string {
  switch (driver.kind) {
    case 'veth':
      return 'veth';
    case 'ipip':
      return 'ipip any remote any local any ttl inherit nopmtudisc';
    default:
      return driver instanceof VxlanDriver ? vxlanDetails(driver) : '';
  }
}

function vxlanDetails({ options }: VxlanDriver): string {
  const { vni, local, port } = options;
  const ports = `srcport 0 0 dstport ${port} nolearning`;
  return `vxlan id ${vni} local ${formatIpv4(local)} ${ports} ttl auto ageing 300 udpcsum noudp6zerocsumtx noudp6zerocsumrx`;
}
