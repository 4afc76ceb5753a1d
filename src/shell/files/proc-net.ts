/**
 * `/proc/net/arp` and `/proc/net/route`, which `arp` and `route` read (net/ipv4/arp.c,
 * net/ipv4/fib_trie.c), and `/proc/net/dev` (net/core/net-procfs.c).
 */
import { netmask } from '../../addr/cidr';
import { formatIpv4, type Ipv4, ipv4FromBits } from '../../addr/ipv4';
import { formatMac, ZERO_MAC } from '../../addr/mac';
import { linesOf } from '../../commands/command';
import type { Route } from '../../host/route';
import type { Traffic } from '../../kernel/devices/device';
import type { Netns } from '../../kernel/netns';
import { OpError } from '../../kernel/ops/op-error';
import type { LiveTree } from './live-tree';

const FILES: Readonly<Record<string, (netns: Netns) => readonly string[]>> = {
  arp,
  dev,
  route,
};

export function procNet(netns: Netns): LiveTree {
  return {
    list: (path) => (path.length === 0 ? Object.keys(FILES) : undefined),
    read: ([name = '', ...rest]) => {
      const file = Object.hasOwn(FILES, name) && rest.length === 0 ? FILES[name] : undefined;
      return file && linesOf(file(netns));
    },
    whyClosed: () => 'Permission denied',
    write: () => {
      throw new OpError('EINVAL');
    },
  };
}

const ARP_HEADER = 'IP address       HW type     Flags       HW address            Mask     Device';
/** ATF_COM, and with it ATF_PERM (include/uapi/linux/if_arp.h). */
const COMPLETE = 0x2;
const PERMANENT = 0x4;

function arp(netns: Netns): readonly string[] {
  const rows = [...netns.neighbours.rows()].filter(
    ({ state }) => state !== 'none' && state !== 'noarp',
  );
  return [
    ARP_HEADER,
    ...rows.map(({ address, mac, state, isValid, device }) => {
      const flags = (isValid ? COMPLETE : 0) | (state === 'permanent' ? PERMANENT : 0);
      const hardware = formatMac(isValid && mac !== undefined ? mac : ZERO_MAC);
      return `${formatIpv4(address).padEnd(16)} 0x1         0x${flags.toString(16).padEnd(10)}${hardware}     *        ${device.name}`;
    }),
  ];
}

const ROUTE_HEADER =
  'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT';
const ROUTE_WIDTH = 127;
/** RTF_* (include/uapi/linux/route.h). */
const RTF_UP = 0x1;
const RTF_GATEWAY = 0x2;
const RTF_HOST = 0x4;
const RTF_REJECT = 0x200;

function route(netns: Netns): readonly string[] {
  return [ROUTE_HEADER, ...netns.fib.routes('main').map(routeLine)].map((line) =>
    line.padEnd(ROUTE_WIDTH),
  );
}

function routeLine({ destination, via, device, metric, type }: Route): string {
  const isRefused = type === 'unreachable' || type === 'prohibit';
  const flags =
    RTF_UP |
    (via === undefined ? 0 : RTF_GATEWAY) |
    (destination.length === 32 ? RTF_HOST : 0) |
    (isRefused ? RTF_REJECT : 0);
  return [
    device ?? '*',
    asMemory(destination.address),
    asMemory(via ?? ipv4FromBits(0)),
    flags.toString(16).toUpperCase().padStart(4, '0'),
    '0',
    '0',
    String(metric),
    asMemory(ipv4FromBits(netmask(destination.length))),
    '0',
    '0',
    '0',
  ].join('\t');
}

/** An address in network order, printed as a number of a little-endian machine. */
function asMemory(address: Ipv4): string {
  const bytes = [address >>> 24, address >>> 16, address >>> 8, address].map((bits) => bits & 0xff);
  return bytes
    .reverse()
    .map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'))
    .join('');
}

const DEV_HEADER = [
  'Inter-|   Receive                                                |  Transmit',
  ' face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed',
];
const RECEIVED_WIDTHS = [7, 7, 4, 4, 4, 5, 10, 9];
const SENT_WIDTHS = [8, 7, 4, 4, 4, 5, 7, 10];

function dev(netns: Netns): readonly string[] {
  const rows = [...netns.devices.values()].map(({ name, received, sent }) => {
    const cells = [...cellsOf(received, RECEIVED_WIDTHS), ...cellsOf(sent, SENT_WIDTHS)];
    return `${name.padStart(6)}: ${cells.join(' ')}`;
  });
  return [...DEV_HEADER, ...rows];
}

/** Bytes and packets; of all else there is never any. */
function cellsOf({ bytes, packets }: Traffic, widths: readonly number[]): readonly string[] {
  const counted = [bytes, packets];
  return widths.map((width, index) => String(counted[index] ?? 0).padStart(width));
}
