/**
 * Where a packet of this host's own goes, and from which address (`ip_route_output_key_hash_rcu`,
 * net/ipv4/route.c).
 */
import { type Ipv4, isLoopback, LIMITED_BROADCAST, UNSPECIFIED } from '../../addr/ipv4';
import type { Route } from '../../host/route';
import type { Device } from '../devices/device';
import { FibRoute } from '../fib';
import type { Netns } from '../netns';
import { routeErrorOf } from '../route-error';
import type { NoRoute, RouteResult } from '../route-result';
import { selectSourceAddress } from '../source-address';
import type { OutputQuery } from '../stack';

/** IP_MAX_MTU: what the length field of a packet can say. */
const MTU_MAX = 0xffff;

export function routeOutput(netns: Netns, query: OutputQuery): RouteResult | NoRoute {
  const { destination, source, device } = query;
  if (source !== undefined && !query.anySource && !netns.isLocalAddress(source)) {
    const text = 'the source is no address of this host';
    return { type: 'error', error: 'EINVAL', text, entry: undefined };
  }
  const local = netns.fib.lookup(destination);
  if (local?.route.type === 'local') return localRoute(netns, destination, source, local);
  const entry = device === undefined ? local : netns.fib.lookup(destination, device);
  if (entry === undefined && device !== undefined) return onLinkRoute(destination, source, device);
  if (entry?.device === undefined) return routeErrorOf(entry);
  return remoteRoute(netns, entry, entry.device, destination, source);
}

function localRoute(
  netns: Netns,
  destination: Ipv4,
  source: Ipv4 | undefined,
  entry: FibRoute,
): RouteResult {
  const preferred = isLoopback(destination) ? destination : (entry.route.source ?? destination);
  return {
    type: 'local',
    device: netns.loopback,
    nextHop: destination,
    source: source ?? preferred,
    entry,
    mtu: Math.min(netns.loopback.mtu, MTU_MAX),
  };
}

function remoteRoute(
  netns: Netns,
  entry: FibRoute,
  device: Device,
  destination: Ipv4,
  source: Ipv4 | undefined,
): RouteResult {
  const { via, scope, source: preferred } = entry.route;
  const isBroadcast = entry.route.type === 'broadcast' || destination === LIMITED_BROADCAST;
  return {
    type: isBroadcast ? 'broadcast' : 'unicast',
    device,
    nextHop: isBroadcast ? destination : (via ?? destination),
    source: source ?? preferred ?? selectSourceAddress(device, via, scope) ?? UNSPECIFIED,
    entry,
    mtu: netns.pathMtu(destination, entry.route.mtu ?? device.mtu),
  };
}

/** "Apparently, routing tables are wrong. Assume that the destination is on link." */
function onLinkRoute(destination: Ipv4, source: Ipv4 | undefined, device: Device): RouteResult {
  const route: Route = {
    type: 'unicast',
    destination: { address: destination, length: 32 },
    via: undefined,
    device: device.name,
    source: undefined,
    scope: 'link',
    proto: 'kernel',
    metric: 0,
    onlink: false,
  };
  return {
    type: 'unicast',
    device,
    nextHop: destination,
    source: source ?? selectSourceAddress(device, undefined, 'link') ?? UNSPECIFIED,
    entry: new FibRoute(route, device, 'main'),
    mtu: device.mtu,
  };
}
