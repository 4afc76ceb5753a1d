/**
 * What `ip link` says of each kind of device, and of its other end.
 */
import { BROADCAST_MAC, formatMac, ZERO_MAC } from '../../../addr/mac';
import type { Device, DeviceKind } from '../../../kernel/devices/device';
import { VethDriver } from '../../../kernel/devices/veth';
import type { Distribution } from '../../command';

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
  const other = otherIndexOf(device);
  if (other === undefined) return '';
  return typeof other === 'number' ? `@if${other}` : `@${other}`;
}

/** @returns its number where it is in another network namespace, else its name */
export function otherIndexOf(device: Device): number | string | undefined {
  const { driver } = device;
  // The fallback device of a tunnel is bound to no other (`tunl0@NONE`).
  if (driver.kind === 'ipip') return 'NONE';
  const peer = peerOf(device);
  if (peer === undefined) return undefined;
  return peer.netns === device.netns ? peer.name : peer.ifindex;
}

/**
 * `link-netnsid N`: which other network namespace the other end is in. Each namespace numbers those
 * that it has to do with from 0, in the order in which it met them (`peernet2id_alloc`).
 */
export function netnsIdOf(device: Device): number | undefined {
  const peer = peerOf(device)?.netns;
  if (peer === undefined || peer === device.netns) return undefined;
  const met = new Set([...device.netns.devices.values()].map((one) => peerOf(one)?.netns));
  met.delete(undefined);
  met.delete(device.netns);
  return [...met].indexOf(peer);
}

function peerOf({ driver }: Device): Device | undefined {
  return driver instanceof VethDriver ? driver.peer : undefined;
}

/** In the order of `print_link_flags`. */
export function flagsOf(device: Device): readonly string[] {
  const { flags } = LINK_KINDS[device.driver.kind];
  const peer = peerOf(device);
  const isBeside = peer?.netns === device.netns;
  return [
    ...(device.isUp && !device.driver.hasCarrier() ? ['NO-CARRIER'] : []),
    ...flags,
    ...(device.isUp ? ['UP'] : []),
    ...(device.isRunning ? ['LOWER_UP'] : []),
    ...(isBeside && !peer.isUp ? ['M-DOWN'] : []),
  ];
}

/**
 * RFC 2863, as the kernel keeps it (`operstate`). Linux 5.15 says of a device whose other end is down
 * that the layer below is, where that end's number is not by chance its own (`default_operstate`).
 */
export function stateOf(
  device: Device,
  distribution: Distribution,
): 'UP' | 'DOWN' | 'UNKNOWN' | 'LOWERLAYERDOWN' {
  if (device.isRunning) return LINK_KINDS[device.driver.kind].knowsCarrier ? 'UP' : 'UNKNOWN';
  const peer = peerOf(device);
  const isOther = peer !== undefined && peer.ifindex !== device.ifindex;
  const isBelow = device.isUp && isOther && distribution === 'ubuntu-22.04';
  return isBelow ? 'LOWERLAYERDOWN' : 'DOWN';
}

/** The address and the broadcast address of the link layer; tunl0's are addresses of IP. */
export function linkAddresses(device: Device): readonly [own: string, everybody: string] {
  if (device.driver.kind === 'ipip') return ['0.0.0.0', '0.0.0.0'];
  const everybody = device.driver.kind === 'loopback' ? ZERO_MAC : BROADCAST_MAC;
  return [formatMac(device.mac ?? ZERO_MAC), formatMac(everybody)];
}
