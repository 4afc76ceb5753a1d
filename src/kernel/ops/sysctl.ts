/**
 * Reading and writing sysctls by path (net/ipv4/devinet.c, net/core/neighbour.c).
 */
import type { Device } from '../devices/device';
import type { Netns } from '../netns';
import type { DeviceConf } from '../sysctls';
import { OpError } from './op-error';

/** `net.ipv4.conf.ens5.rp_filter` and `net/ipv4/conf/ens5/rp_filter` are the same. */
function partsOf(path: string): readonly string[] {
  const parts = path.split(path.includes('/') ? '/' : '.');
  return parts[0] === '' ? parts.slice(1) : parts;
}

/** @returns the value, or `undefined` where there is no such path */
export function readSysctl(netns: Netns, path: string): string | undefined {
  const parts = partsOf(path);
  if (isWithoutEffect(parts)) return netns.inertSysctls.get(parts.join('.'));
  const [cell, name] = find(netns, parts) ?? [];
  if (cell === undefined || name === undefined) return undefined;
  const value = cell[name];
  return value === undefined ? undefined : String(value);
}

/** All paths that there are, in the order of their names; a device's dots are slashes (`eth0/100`). */
export function listSysctls(netns: Netns): readonly string[] {
  const devices = [...netns.devices.values()];
  const confs = [
    ['all', netns.confAll],
    ['default', netns.confDefault],
    ...devices.map(({ name, conf }) => [name, conf] as const),
  ] as const;
  const path = (group: string, device: string, name: string) =>
    `net.ipv4.${group}.${device.replaceAll('.', '/')}.${name}`;
  return [
    ...confs.flatMap(([device, conf]) =>
      Object.keys(conf).map((name) => path('conf', device, name)),
    ),
    ...devices.flatMap(({ name: device, neighConf }) =>
      Object.keys(neighConf).map((name) => path('neigh', device, name)),
    ),
    ...Object.keys(netns.ipv4Conf).map((name) => `net.ipv4.${name}`),
    ...netns.inertSysctls.keys(),
  ].sort();
}

/** @throws OpError ENOENT where there is no such path, EINVAL where the value is no number */
export function writeSysctl(netns: Netns, path: string, text: string): void {
  const parts = partsOf(path);
  if (isWithoutEffect(parts)) {
    netns.inertSysctls.set(parts.join('.'), text.trim());
    return;
  }
  const [cell, name] = find(netns, parts) ?? [];
  if (cell === undefined || name === undefined || cell[name] === undefined) {
    throw new OpError('ENOENT');
  }
  const value = Number(text.trim());
  if (text.trim() === '' || !Number.isInteger(value)) throw new OpError('EINVAL');
  cell[name] = value;
  const [, , group, device] = parts;
  if (name === 'ip_forward' || (group === 'conf' && device === 'all' && name === 'forwarding')) {
    setForwarding(netns, value);
  }
  if (name === 'base_reachable_time_ms') redrawReachableTimes(netns, device);
}

/** IPv6 is not modelled: its settings are kept and shown, and nothing asks for them. */
function isWithoutEffect([net, family]: readonly string[]): boolean {
  return net === 'net' && family === 'ipv6';
}

type Cell = Record<string, number | undefined>;

function find(netns: Netns, parts: readonly string[]): readonly [Cell, string] | undefined {
  const [net, ipv4, group, device, name] = parts;
  if (net !== 'net' || ipv4 !== 'ipv4' || group === undefined) return undefined;
  if (parts.length === 3) return [netns.ipv4Conf as Cell, group];
  if (parts.length !== 5 || device === undefined || name === undefined) return undefined;
  if (group === 'conf') {
    const conf = confOf(netns, device);
    return conf && [conf as Cell, name];
  }
  const owner = group === 'neigh' ? netns.devices.get(device) : undefined;
  return owner && [owner.neighConf as Cell, name];
}

function confOf(netns: Netns, device: string): DeviceConf | undefined {
  if (device === 'all') return netns.confAll;
  if (device === 'default') return netns.confDefault;
  return netns.devices.get(device)?.conf;
}

/** `inet_forward_change`: one switch for all devices, those to come included. */
function setForwarding(netns: Netns, value: number): void {
  netns.ipv4Conf.ip_forward = value;
  netns.confAll.forwarding = value;
  netns.confDefault.forwarding = value;
  for (const device of netns.devices.values()) device.conf.forwarding = value;
}

function redrawReachableTimes(netns: Netns, name: string | undefined): void {
  const device: Device | undefined = name === undefined ? undefined : netns.devices.get(name);
  if (device === undefined) return;
  device.reachableTimeUs = netns.drawReachableTime(device.neighConf.base_reachable_time_ms);
}
