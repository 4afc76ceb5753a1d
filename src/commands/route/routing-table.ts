/**
 * The routing table in columns, as `route` and `netstat -r` print it (net-tools 2.10, lib/inet_gr.c).
 * They read /proc/net/route, where a blackhole looks like a route without a device.
 */
import { netmask } from '../../addr/cidr';
import { formatIpv4, type Ipv4, ipv4FromBits } from '../../addr/ipv4';
import type { Route } from '../../host/route';
import type { Netns } from '../../kernel/netns';
import { linesOf } from '../command';
import { nameOfAddress } from '../host-names';

/** `route`: metrics; `netstat -r` and `route -e`: windows; `route -ee`: both. */
type Layout = 'metrics' | 'windows' | 'both';

const TITLE = 'Kernel IP routing table';
const HEADERS: Readonly<Record<Layout, string>> = {
  metrics: 'Destination     Gateway         Genmask         Flags Metric Ref    Use Iface',
  windows: 'Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface',
  both: 'Destination     Gateway         Genmask         Flags Metric Ref    Use Iface    MSS   Window irtt',
};
const COLUMN = 15;
const UNSPECIFIED = ipv4FromBits(0);

export function renderRoutingTable(netns: Netns, layout: Layout, isNumeric: boolean): string {
  const nameOf = (address: Ipv4) =>
    (isNumeric ? undefined : nameOfAddress(netns, address)) ?? formatIpv4(address);
  const lines = netns.fib.routes('main').map((route) => {
    const isRefused = route.type === 'unreachable' || route.type === 'prohibit';
    const anywhere = isNumeric ? formatIpv4(UNSPECIFIED) : 'default';
    const { destination, via } = route;
    const columns = [
      destination.length === 0 ? anywhere : nameOf(destination.address),
      isRefused ? '-' : via === undefined ? formatIpv4(UNSPECIFIED) : nameOf(via),
      formatIpv4(ipv4FromBits(netmask(destination.length))),
      `${(isRefused ? '!' : flagsOf(route)).padEnd(5)} ${rest(route, layout, isRefused)}`,
    ];
    return columns
      .map((text) => text.padEnd(COLUMN).slice(0, Math.max(COLUMN, text.length)))
      .join(' ');
  });
  return linesOf([TITLE, HEADERS[layout], ...lines]);
}

/** Up, by a gateway, to a single host. */
function flagsOf({ via, destination }: Route): string {
  return `U${via === undefined ? '' : 'G'}${destination.length === 32 ? 'H' : ''}`;
}

function rest({ metric, device }: Route, layout: Layout, isRefused: boolean): string {
  const name = isRefused ? '-' : (device ?? '*');
  const none = isRefused ? '-' : '0';
  const metrics = `${String(metric).padEnd(6)} ${none.padEnd(6)}   0`;
  if (layout === 'metrics') return `${metrics} ${name}`;
  if (layout === 'windows') {
    return `${none.padStart(5)} ${none.padEnd(6)} ${none.padStart(5)} ${name}`;
  }
  return `${metrics} ${name.padEnd(8)} ${none.padEnd(5)} ${none.padEnd(6)} ${none}`;
}
