/**
 * A device as `ifconfig` prints it, and as `netstat -i` does, in a row (net-tools 2.10,
 * lib/interface.c).
 */
import { netmask } from '../../addr/cidr';
import { formatIpv4, ipv4FromBits } from '../../addr/ipv4';
import { formatMac, ZERO_MAC } from '../../addr/mac';
import type { Device, Traffic } from '../../kernel/devices/device';

const QUEUE_LENGTH = 1000;

interface Flag {
  readonly name: string;
  /** `IFF_…` of include/uapi/linux/if.h. */
  readonly bit: number;
  /** In the rows of `netstat -i`. */
  readonly letter: string;
}

const UP: Flag = { name: 'UP', bit: 0x1, letter: 'U' };
const BROADCAST: Flag = { name: 'BROADCAST', bit: 0x2, letter: 'B' };
const LOOPBACK: Flag = { name: 'LOOPBACK', bit: 0x8, letter: 'L' };
const RUNNING: Flag = { name: 'RUNNING', bit: 0x40, letter: 'R' };
const NOARP: Flag = { name: 'NOARP', bit: 0x80, letter: 'O' };
const MULTICAST: Flag = { name: 'MULTICAST', bit: 0x1000, letter: 'M' };

/** In the order in which ifconfig names them. */
function flagsOf(device: Device): readonly Flag[] {
  const { kind, hasLinkLayer } = device.driver;
  const isEthernet = hasLinkLayer && kind !== 'loopback';
  return [
    ...(device.isUp ? [UP] : []),
    ...(isEthernet ? [BROADCAST] : []),
    ...(kind === 'loopback' ? [LOOPBACK] : []),
    ...(device.isRunning ? [RUNNING] : []),
    ...(hasLinkLayer ? [] : [NOARP]),
    ...(isEthernet ? [MULTICAST] : []),
  ];
}

export function renderInterface(device: Device): string {
  const flags = flagsOf(device);
  const bits = flags.reduce((sum, { bit }) => sum + bit, 0);
  const names = flags.map(({ name }) => name).join(',');
  const [own] = device.addresses;
  const isEthernet = flags.includes(BROADCAST);
  const mask = own === undefined ? '' : formatIpv4(ipv4FromBits(netmask(own.length)));
  // Nobody gives a broadcast address with an address here.
  const broadcast = isEthernet ? '  broadcast 0.0.0.0' : '';
  const inet =
    own === undefined ? [] : [`inet ${formatIpv4(own.address)}  netmask ${mask}${broadcast}`];
  return [
    `${device.name}: flags=${bits}<${names}>  mtu ${device.mtu}`,
    ...[
      ...inet,
      hardwareOf(device),
      ...counters('RX', device.received),
      ...counters('TX', device.sent),
    ].map((line) => `        ${line}`),
    '',
    '',
  ].join('\n');
}

function hardwareOf({ driver, mac }: Device): string {
  if (driver.kind === 'loopback') return `loop  txqueuelen ${QUEUE_LENGTH}  (Local Loopback)`;
  if (driver.kind === 'ipip') return `tunnel   txqueuelen ${QUEUE_LENGTH}  (IPIP Tunnel)`;
  return `ether ${formatMac(mac ?? ZERO_MAC)}  txqueuelen ${QUEUE_LENGTH}  (Ethernet)`;
}

function counters(way: 'RX' | 'TX', { packets, bytes }: Traffic): readonly string[] {
  const errors =
    way === 'RX'
      ? 'RX errors 0  dropped 0  overruns 0  frame 0'
      : 'TX errors 0  dropped 0 overruns 0  carrier 0  collisions 0';
  return [`${way} packets ${packets}  bytes ${bytes} (${inUnits(bytes)})`, errors];
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** Cut, not rounded, to one place. */
function inUnits(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  const value = Math.floor((bytes / 1024 ** power) * 10) / 10;
  return `${value.toFixed(1)} ${UNITS[power]}`;
}

/** A row of `netstat -i`. @param nameWidth 15 there, and 9 in `ifconfig -s` */
export function renderInterfaceRow(device: Device, nameWidth: number): string {
  const { received, sent, name, mtu } = device;
  const letters = flagsOf(device)
    .map(({ letter }) => letter)
    .sort((one, other) => LETTERS.indexOf(one) - LETTERS.indexOf(other))
    .join('');
  const rx = `${String(received.packets).padStart(8)}      0      0 0     `;
  const tx = `${String(sent.packets).padStart(9)}      0      0      0`;
  return `${name.padEnd(nameWidth)} ${String(mtu).padStart(5)} ${rx}${tx} ${letters}`;
}

/** The order of the letters in a row. */
const LETTERS = 'BLMORU';
