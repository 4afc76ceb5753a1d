/**
 * An `Op` on links, addresses, routes, neighbours or settings as one would type it, for people to read.
 * Rules and sets are changed in more ways than `Op` knows; of these nobody asks here.
 */
import { formatCidr } from '../addr/cidr';
import { formatIpv4 } from '../addr/ipv4';
import { formatMac } from '../addr/mac';
import { formatRoute } from './format-route';
import type { Op } from './op';

/** @returns `undefined` for what is iptables' and ipset's */
export function opCommand(op: Op): string | undefined {
  switch (op.kind) {
    case 'link-add':
      return `ip link add ${op.link.name} type ${op.link.kind}`;
    case 'link-delete':
      return `ip link del ${op.device}`;
    case 'link-up':
      return `ip link set ${op.device} up`;
    case 'link-down':
      return `ip link set ${op.device} down`;
    case 'link-mtu':
      return `ip link set ${op.device} mtu ${op.mtu}`;
    case 'link-mac':
      return `ip link set ${op.device} address ${formatMac(op.mac)}`;
    case 'address-add':
      return `ip addr add ${formatCidr(op.address)} dev ${op.device}`;
    case 'address-delete':
      return `ip addr del ${formatCidr(op.address)} dev ${op.device}`;
    case 'route-add':
      return `ip route add ${formatRoute(op.route)}`;
    case 'route-append':
      return `ip route append ${formatRoute(op.route)}`;
    case 'route-replace':
      return `ip route replace ${formatRoute(op.route)}`;
    case 'route-delete':
      // The kernel asks for no scope, and ip always says one.
      return `ip route del ${formatRoute({ ...op.route, scope: 'global' })}`;
    case 'sysctl':
      return `sysctl -w ${op.path}=${op.value}`;
    default:
      return neighbourCommand(op);
  }
}

function neighbourCommand(op: Op): string | undefined {
  switch (op.kind) {
    case 'neighbour-replace': {
      const { address, mac, device, state } = op;
      return `ip neigh replace ${formatIpv4(address)} lladdr ${formatMac(mac)} dev ${device} nud ${state}`;
    }
    case 'neighbour-delete':
      return `ip neigh del ${formatIpv4(op.address)} dev ${op.device}`;
    case 'neighbour-flush':
      return `ip neigh flush dev ${op.device}`;
    case 'fdb-replace': {
      const remote = formatIpv4(op.remote);
      return `bridge fdb replace ${formatMac(op.mac)} dev ${op.device} dst ${remote}`;
    }
    case 'fdb-delete':
      return `bridge fdb del ${formatMac(op.mac)} dev ${op.device}`;
    default:
      return undefined;
  }
}
