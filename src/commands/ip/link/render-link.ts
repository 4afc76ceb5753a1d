/**
 * A device as `ip link` and `ip addr` print it (`print_linkinfo`, iproute2 6.1, ip/ipaddress.c).
 */
import type { Device } from '../../../kernel/devices/device';
import type { IpOptions } from '../ip-options';
import { kindDetails, LINK_KINDS, linkAddresses, netnsIdOf, otherEndOf } from './link-kinds';

/** Every device of today has a queue of this length, whether or not its discipline uses it. */
const QUEUE_LENGTH = 1000;

type LinkView = 'link' | 'addr';

/** The lines about the device itself. */
export function renderLink(device: Device, options: IpOptions, view: LinkView): readonly string[] {
  const { type, qdisc } = LINK_KINDS[device.driver.kind];
  const mode = view === 'link' ? ' mode DEFAULT' : '';
  const first =
    `${device.ifindex}: ${nameOf(device)}: <${flagsOf(device).join(',')}> mtu ${device.mtu}` +
    ` qdisc ${qdisc} state ${stateOf(device)}${mode} group default qlen ${QUEUE_LENGTH}`;
  if (view === 'addr' && options.ipv4Only) return [`${first}${netnsIdOf(device)}`];
  const [own, everybody] = linkAddresses(device);
  const second = `    link/${type} ${own} brd ${everybody}${netnsIdOf(device)}`;
  if (!options.details) return [first, second];
  const limits = type === 'loopback' ? 'minmtu 0 maxmtu 0' : 'minmtu 68 maxmtu 65535';
  const details = kindDetails(device);
  return [
    first,
    `${second} promiscuity 0 ${limits} `,
    ...(details === '' ? [] : [`    ${details} `]),
  ];
}

/** `eth0@if4`. */
export function nameOf(device: Device): string {
  return `${device.name}${otherEndOf(device)}`;
}

/** In the order of `print_link_flags`. */
export function flagsOf(device: Device): readonly string[] {
  const { flags } = LINK_KINDS[device.driver.kind];
  return [
    ...(device.isUp && !device.driver.hasCarrier() ? ['NO-CARRIER'] : []),
    ...flags,
    ...(device.isUp ? ['UP'] : []),
    ...(device.isRunning ? ['LOWER_UP'] : []),
  ];
}

/** RFC 2863, as the kernel keeps it (`operstate`). */
export function stateOf(device: Device): 'UP' | 'DOWN' | 'UNKNOWN' {
  if (!device.isRunning) return 'DOWN';
  return LINK_KINDS[device.driver.kind].knowsCarrier ? 'UP' : 'UNKNOWN';
}

/** `-br`: name and state in columns, then whatever is asked. */
export function renderLinkBriefly(device: Device): string {
  return `${nameOf(device).padEnd(16)} ${stateOf(device).padEnd(14)} `;
}
