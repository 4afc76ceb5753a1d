/**
 * Which of its addresses a host takes (`inet_select_addr`, net/ipv4/devinet.c).
 */

import { netmask } from '../addr/cidr';
import type { Ipv4 } from '../addr/ipv4';
import type { Scope } from '../host/route';
import type { Device, DeviceAddress } from './devices/device';
import { effectiveConf } from './sysctls';

/** Linux's numbers: the larger, the nearer. */
export const SCOPE_NUMBER = { global: 0, link: 253, host: 254 } as const satisfies Record<
  Scope,
  number
>;

/**
 * The first primary address of the device whose scope is wide enough, one in the destination's
 * subnet before others; without one, that of the first device that has any, in the order in which
 * the devices were made.
 */
export function selectSourceAddress(
  device: Device,
  destination: Ipv4 | undefined,
  scope: Scope,
): Ipv4 | undefined {
  const limit = SCOPE_NUMBER[scope];
  const isLocalnet = effectiveConf(device.netns.confAll, device.conf, 'route_localnet') !== 0;
  let first: Ipv4 | undefined;
  for (const own of device.addresses) {
    const number = SCOPE_NUMBER[own.scope];
    if (own.isSecondary || Math.min(number, isLocalnet ? SCOPE_NUMBER.host : 255) > limit) continue;
    if (destination === undefined || isInSubnet(own, destination)) return own.address;
    first ??= own.address;
  }
  if (first !== undefined) return first;
  for (const other of device.netns.devices.values()) {
    const found = other.addresses.find(
      (own) => !own.isSecondary && own.scope !== 'link' && SCOPE_NUMBER[own.scope] <= limit,
    );
    if (found !== undefined) return found.address;
  }
  return undefined;
}

function isInSubnet(own: DeviceAddress, address: Ipv4): boolean {
  return ((own.address ^ address) & netmask(own.length)) === 0;
}
