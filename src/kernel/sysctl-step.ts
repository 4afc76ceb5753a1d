/**
 * A sysctl that decided, as a trace names it: the one of `all` and the device's own that counted.
 */
import type { Step } from '../trace/trace';
import type { Device } from './devices/device';
import type { Netns } from './netns';
import { type DeviceConf, effectiveConf, type Ipv4Conf, type NeighConf } from './sysctls';

export type SysctlStep = Extract<Step, { readonly kind: 'sysctl' }>;

/** `net.ipv4.conf.DEVICE.*`; `all` is named only where its value counted and the device's own did not. */
export function confStep(device: Device, name: keyof DeviceConf, meaning: string): SysctlStep {
  const { conf, netns } = device;
  const value = effectiveConf(netns.confAll, conf, name);
  const owner = conf[name] === value ? device.name : 'all';
  return sysctlStep(`conf.${pathName(owner)}.${name}`, value, meaning);
}

/** `net.ipv4.neigh.DEVICE.*`. */
export function neighStep(device: Device, name: keyof NeighConf, meaning: string): SysctlStep {
  return sysctlStep(`neigh.${pathName(device.name)}.${name}`, device.neighConf[name], meaning);
}

/** `net.ipv4.*` of the whole network namespace. */
export function ipv4Step({ ipv4Conf }: Netns, name: keyof Ipv4Conf, meaning: string): SysctlStep {
  return sysctlStep(name, ipv4Conf[name], meaning);
}

/** Why nothing is forwarded: the whole host is no router, or this device alone leads nowhere. */
export function forwardingStep(device: Device): SysctlStep {
  const { netns, name } = device;
  if (netns.ipv4Conf.ip_forward === 0) {
    return ipv4Step(netns, 'ip_forward', 'this host forwards nothing');
  }
  return confStep(device, 'forwarding', `what comes in by ${name} is not forwarded`);
}

function sysctlStep(path: string, value: number, meaning: string): SysctlStep {
  return { kind: 'sysctl', name: `net.ipv4.${path}`, value: String(value), meaning };
}

/** `sysctl` writes the dots of a device's name as slashes: `vxlan/calico`. */
function pathName(device: string): string {
  return device.replaceAll('.', '/');
}
