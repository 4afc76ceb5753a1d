/**
 * A route as `ip route show` prints it (iproute2, ip/iproute.c), without the blank at the line's end.
 * `proto boot`, scope global and the length of a /32 go without saying.
 */
import { formatCidr } from '../addr/cidr';
import { formatIpv4 } from '../addr/ipv4';
import type { Route } from './route';

export function formatRoute(route: Route): string {
  const { type, destination, via, device, proto, scope, source, metric, onlink, mtu } = route;
  return [
    type === 'unicast' ? '' : type,
    formatDestination(destination.length, formatCidr(destination), formatIpv4(destination.address)),
    via === undefined ? '' : `via ${formatIpv4(via)}`,
    device === undefined ? '' : `dev ${device}`,
    proto === 'boot' ? '' : `proto ${proto}`,
    scope === 'global' ? '' : `scope ${scope}`,
    source === undefined ? '' : `src ${formatIpv4(source)}`,
    metric === 0 ? '' : `metric ${metric}`,
    onlink ? 'onlink' : '',
    mtu === undefined ? '' : `mtu ${mtu}`,
  ]
    .filter((word) => word !== '')
    .join(' ');
}

function formatDestination(length: number, prefix: string, address: string): string {
  if (length === 0) return 'default';
  return length === 32 ? address : prefix;
}
