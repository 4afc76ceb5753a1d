/**
 * The interfaces that tcpdump can listen on (pcap_findalldevs(3PCAP), libpcap 1.10 on Linux).
 */
import type { Device } from '../../kernel/devices/device';
import type { Netns } from '../../kernel/netns';
import { CommandError } from '../../netfilter/command-error';
import { LINKTYPE_ETHERNET, LINKTYPE_LINUX_SLL2, LINKTYPE_RAW } from '../../wire/capture/capture';
import { type CommandInput, notModelled } from '../command';

export const ANY = 'any';

/** Listed everywhere, and of no use here. */
const PSEUDO_DEVICES = [
  'bluetooth-monitor (Bluetooth Linux Monitor) [Wireless]',
  'nflog (Linux netfilter log (NFLOG) interface) [none]',
  'nfqueue (Linux netfilter queue (NFQUEUE) interface) [none]',
  'dbus-system (D-Bus system bus) [none]',
  'dbus-session (D-Bus session bus) [none]',
];

/** What a link type is called, here and there. */
export const LINK_TYPE_NAMES: Readonly<Record<number, string>> = {
  1: 'EN10MB (Ethernet)',
  101: 'RAW (Raw IP)',
  228: 'IPV4 (Raw IPv4)',
  276: 'LINUX_SLL2 (Linux cooked v2)',
};

/** Where to listen; `device` is `undefined` for all at once. */
export interface CapturePoint {
  readonly name: string;
  readonly device: Device | undefined;
  readonly linkType: number;
}

/**
 * The interface of that name, or of that number in the list, or the first of the list.
 * Throws `CommandError` where nobody can listen there.
 */
export function capturePoint(
  netns: Netns,
  asked: string | undefined,
  distribution: CommandInput['distribution'],
): CapturePoint {
  const listed = listedDevices(netns);
  const wanted = asked ?? listed[0]?.name ?? ANY;
  const name = numbered(wanted, listed, netns) ?? wanted;
  if (name === ANY) return { name, device: undefined, linkType: LINKTYPE_LINUX_SLL2 };
  if (PSEUDO_DEVICES.some((line) => line.startsWith(`${name} `))) {
    throw notModelled(`tcpdump -i ${name}`);
  }
  const device = netns.devices.get(name);
  if (device === undefined) throw noSuchDevice(name, distribution);
  if (!device.isUp) throw new CommandError(`tcpdump: ${name}: That device is not up`, 1);
  const linkType = device.driver.hasLinkLayer ? LINKTYPE_ETHERNET : LINKTYPE_RAW;
  return { name, device, linkType };
}

function numbered(
  wanted: string,
  listed: readonly ListedDevice[],
  netns: Netns,
): string | undefined {
  if (!/^\d+$/.test(wanted) || netns.devices.has(wanted)) return undefined;
  const found = listed[Number(wanted) - 1]?.name;
  if (found === undefined) throw new CommandError('tcpdump: Invalid adapter index', 1);
  return found;
}

function noSuchDevice(name: string, distribution: CommandInput['distribution']): CommandError {
  const why =
    distribution === 'ubuntu-22.04' ? 'SIOCGIFHWADDR: No such device' : 'No such device exists';
  return new CommandError(`tcpdump: ${name}: No such device exists\n(${why})`, 1);
}

interface ListedDevice {
  readonly name: string;
  readonly line: string;
  /** The lower comes first; those with the same keep their order. */
  readonly merit: number;
}

/** The lines of `-D`. */
export function deviceLines(netns: Netns): readonly string[] {
  return listedDevices(netns).map(({ line }, index) => `${index + 1}.${line}`);
}

/** `get_figure_of_merit`: what is not running comes last, and `lo` behind the others. */
function listedDevices(netns: Netns): readonly ListedDevice[] {
  const any = 'any (Pseudo-device that captures on all interfaces) [Up, Running]';
  return [
    ...[...netns.devices.values()].map(listed),
    { name: ANY, line: any, merit: 1 },
    ...PSEUDO_DEVICES.map((line) => ({ name: line.replace(/ .*/, ''), line, merit: 24 })),
  ].sort((one, other) => one.merit - other.merit);
}

function listed(device: Device): ListedDevice {
  const { name, isUp, isRunning } = device;
  const isLoopback = device.driver.kind === 'loopback';
  const isDisconnected = !isRunning && !isLoopback && device.driver.kind !== 'ipip';
  const flags = [...(isUp ? ['Up'] : []), ...(isRunning ? ['Running'] : [])];
  if (isLoopback) flags.push('Loopback');
  const merit =
    (isRunning ? 0 : 16) + (isUp ? 0 : 8) + (isDisconnected ? 4 : 0) + (isLoopback ? 2 : 0);
  const state = isLoopback ? '' : `, ${connectionOf(device)}`;
  return { name, line: `${name} [${flags.join(', ') || 'none'}${state}]`, merit };
}

/** A tunnel does not know. */
function connectionOf(device: Device): string {
  if (device.driver.kind === 'ipip') return 'Connection status unknown';
  return device.isRunning ? 'Connected' : 'Disconnected';
}
