/**
 * A device as `ip link` and `ip addr` print it (`print_linkinfo`, iproute2 6.1, ip/ipaddress.c).
 */
import type { Device } from '../../../kernel/devices/device';
import { type Field, field, unsaid, word } from '../field';
import type { IpOptions } from '../ip-options';
import { detailFields } from './link-details';
import {
  flagsOf,
  LINK_KINDS,
  linkAddresses,
  netnsIdOf,
  otherEndOf,
  otherIndexOf,
  stateOf,
} from './link-kinds';
import { statisticsFields } from './link-statistics';

/** Every device of today has a queue of this length, whether or not its discipline uses it. */
const QUEUE_LENGTH = 1000;

type LinkView = 'link' | 'addr';

/** Everything that is said before the addresses. */
export function linkFields(device: Device, options: IpOptions, view: LinkView): readonly Field[] {
  const { type, qdisc } = LINK_KINDS[device.driver.kind];
  const flags = flagsOf(device);
  const state = stateOf(device, options.distribution);
  const queue = device.wasUp ? qdisc : 'noop';
  return [
    field(`${device.ifindex}: `, 'ifindex', device.ifindex),
    ...otherEndFields(device),
    field(`${nameOf(device)}: `, 'ifname', device.name, 'name'),
    field(`<${flags.join(',')}> `, 'flags', flags),
    field(`mtu ${device.mtu} `, 'mtu', device.mtu),
    field(`qdisc ${queue} `, 'qdisc', queue),
    word('state '),
    stateField(`${state} `, state),
    ...(view === 'link' ? [field('mode DEFAULT ', 'linkmode', 'DEFAULT')] : []),
    field('group default ', 'group', 'default'),
    field(`qlen ${QUEUE_LENGTH}`, 'txqlen', QUEUE_LENGTH),
    ...(view === 'addr' && options.family === 'inet' ? [] : addressFields(device, type)),
    ...netnsFields(device),
    ...(options.details ? detailFields(device, options.distribution) : []),
    ...(options.statistics && view === 'link' ? statisticsFields(device, options) : []),
  ];
}

function addressFields(device: Device, type: string): readonly Field[] {
  const [own, everybody] = linkAddresses(device);
  return [
    field(`\n    link/${type} `, 'link_type', type),
    field(own, 'address', own, 'mac'),
    word(' brd '),
    field(everybody, 'broadcast', everybody, 'mac'),
  ];
}

/** Which other network namespace the other end is in. */
function netnsFields(device: Device): readonly Field[] {
  const id = netnsIdOf(device);
  return id === undefined ? [] : [field(` link-netnsid ${id}`, 'link_netnsid', id)];
}

/** Only JSON says it apart from the name. */
function otherEndFields(device: Device): readonly Field[] {
  const other = otherIndexOf(device);
  if (other === undefined) return [];
  return [typeof other === 'number' ? unsaid('link_index', other) : unsaid('link', other)];
}

/** `eth0@if4`. */
function nameOf(device: Device): string {
  return `${device.name}${otherEndOf(device)}`;
}

function stateField(text: string, state: string): Field {
  if (state === 'UP') return field(text, 'operstate', state, 'up');
  return state === 'DOWN'
    ? field(text, 'operstate', state, 'down')
    : field(text, 'operstate', state);
}

/** `-br`: name and state in columns, then whatever is asked. */
export function briefLinkFields(device: Device, { distribution }: IpOptions): readonly Field[] {
  const state = stateOf(device, distribution);
  return [
    ...otherEndFields(device),
    field(`${nameOf(device).padEnd(16)} `, 'ifname', device.name, 'name'),
    stateField(`${state.padEnd(14)} `, state),
  ];
}
