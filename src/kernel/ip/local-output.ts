/**
 * A packet of this host's own leaves (`ip_local_out`, net/ipv4/ip_output.c).
 */
import type { Ipv4Packet } from '../../wire/ipv4';
import type { Netns } from '../netns';
import type { NoRoute, RouteError, RouteResult } from '../route-result';
import { Skb } from '../skb';
import { passHook } from './hook';
import { noteRoute } from './note-route';
import { output } from './output';
import { routeOutput } from './route-output';

/** A new packet: its trace begins here. `cause` is the trace that made this host send it. */
export function originate(netns: Netns, packet: Ipv4Packet, cause: number | undefined): Skb {
  const trace = netns.network.newTrace(packet, cause);
  trace.enter(netns.name, netns.network.nowUs);
  return new Skb(packet, trace);
}

/**
 * The output chains, then `ip_output`.
 * @returns what `sendmsg` fails with: EPERM where netfilter kept the packet or it could not be cut
 */
export function sendLocal(
  netns: Netns,
  skb: Skb,
  route: RouteResult,
): RouteError | 'EPERM' | undefined {
  const { destination } = skb.packet;
  const { mark } = skb;
  skb.route = route;
  skb.inInterface = '';
  skb.outInterface = route.device.name;
  noteRoute(netns, skb, route);
  if (!passHook(netns, skb, 'output')) return 'EPERM';
  const isAsItWas = skb.packet.destination === destination && skb.mark === mark;
  const way = isAsItWas ? route : reroute(netns, skb);
  if (way.type === 'error') return way.error;
  return output(netns, skb, way) ? undefined : 'EPERM';
}

/** `ip_route_me_harder`: the output chains gave the packet another destination or mark. */
function reroute(netns: Netns, skb: Skb): RouteResult | NoRoute {
  const { source, destination } = skb.packet;
  const route = routeOutput(netns, { destination, source, anySource: true });
  noteRoute(netns, skb, route);
  if (route.type === 'error') skb.trace.drop('IP_OUTNOROUTES', route.text);
  return route;
}

/** `iptunnel_xmit`: the outer packet is a local one; only the mark and the story are the inner's. */
export function sendTunnelled(
  netns: Netns,
  outer: Ipv4Packet,
  route: RouteResult,
  inner: Skb,
): void {
  const skb = new Skb(outer, inner.trace);
  skb.mark = inner.mark;
  sendLocal(netns, skb, route);
}
