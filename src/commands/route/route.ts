/**
 * `route [-n]`: the routing table in columns (net-tools 2.10, lib/inet_gr.c). It reads
 * /proc/net/route, where a blackhole looks like a route without a device.
 */
import { netmask } from '../../addr/cidr';
import { formatIpv4, ipv4FromBits } from '../../addr/ipv4';
import type { Route } from '../../host/route';
import { CommandError } from '../../netfilter/command-error';
import { commandOf, linesOf, printed } from '../command';
import { readShortOptions } from '../short-options';

const HEADER = [
  'Kernel IP routing table',
  'Destination     Gateway         Genmask         Flags Metric Ref    Use Iface',
] as const;
const EXIT_USAGE = 3;

export const route = commandOf((words, netns) => {
  const read = readShortOptions(words, '4env', '');
  if ('kind' in read) {
    throw new CommandError(`route: invalid option -- '${read.letter}'`, EXIT_USAGE);
  }
  if (read.operands.length > 0) {
    const [word] = read.operands;
    throw new CommandError(`route: "${word}" is not part of this simulation`, EXIT_USAGE);
  }
  const isNumeric = read.given.has('n');
  const lines = netns.fib.routes('main').map((one) => routeLine(one, isNumeric));
  return printed(linesOf([...HEADER, ...lines]));
});

function routeLine(route: Route, isNumeric: boolean): string {
  const { destination, via, device, metric, type } = route;
  const isRefused = type === 'unreachable' || type === 'prohibit';
  const anywhere = isNumeric ? '0.0.0.0' : 'default';
  const gateway = formatIpv4(via ?? ipv4FromBits(0));
  const columns = [
    (destination.length === 0 ? anywhere : formatIpv4(destination.address)).padEnd(15),
    (isRefused ? '-' : gateway).padEnd(15),
    formatIpv4(ipv4FromBits(netmask(destination.length))).padEnd(15),
    (isRefused ? '!' : flagsOf(route)).padEnd(5),
    String(metric).padEnd(6),
    isRefused ? '-     ' : '0     ',
    '  0',
    isRefused ? '-' : (device ?? '*'),
  ];
  return columns.join(' ');
}

/** Up, by a gateway, to a single host. */
function flagsOf({ via, destination }: Route): string {
  return `U${via === undefined ? '' : 'G'}${destination.length === 32 ? 'H' : ''}`;
}
