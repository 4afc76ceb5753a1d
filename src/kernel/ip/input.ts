/**
 * A packet comes in: prerouting, the routing decision, then up or on (`ip_rcv` and
 * `ip_local_deliver`, net/ipv4/ip_input.c).
 */
import type { DropReason } from '../../wire/drop-reason';
import type { Device } from '../devices/device';
import type { Netns } from '../netns';
import type { NoRoute } from '../route-result';
import type { Skb } from '../skb';
import { deliverLocally } from './deliver';
import { forward } from './forward';
import { gather } from './fragment-queue';
import { passHook } from './hook';
import { rateAllowsRouteError } from './icmp-rate';
import { noteRoute } from './note-route';
import { type InputRoute, type Martian, routeInput } from './route-input';

const CODE_NET_UNREACHABLE = 0;
const CODE_HOST_UNREACHABLE = 1;
const CODE_PACKET_FILTERED = 13;
const TYPE_UNREACHABLE = 3;

/** `ip_rcv` to `ip_rcv_finish`. */
export function receiveIpv4(device: Device, piece: Skb): void {
  const { netns } = device;
  piece.inDevice = device;
  piece.inInterface = device.name;
  const skb = netns.netfilter.tracksConnections ? gatherForConntrack(netns, piece) : piece;
  if (skb === undefined) return;
  if (!passHook(netns, skb, 'prerouting')) return;
  const { source, destination } = skb.packet;
  const route = routeInput(netns, { source, destination, device, isArp: false });
  noteRoute(netns, skb, route);
  if (route.type === 'error') {
    refuse(netns, skb, route);
    return;
  }
  skb.route = route;
  dispatch(netns, skb, route);
}

/** nf_defrag_ipv4: the tracker sees whole packets; they are cut again on the way out. */
function gatherForConntrack(netns: Netns, piece: Skb): Skb | undefined {
  const skb = gather(netns, piece);
  if (skb !== undefined && skb !== piece) skb.ignoresDf = true;
  return skb;
}

function dispatch(netns: Netns, skb: Skb, route: InputRoute): void {
  switch (route.type) {
    case 'local':
    case 'broadcast':
      receiveLocally(netns, skb);
      return;
    case 'unicast':
      skb.wantsRedirect = route.wantsRedirect;
      forward(netns, skb, route);
      return;
  }
}

/** What this host sent to itself comes in by `lo`, and keeps the route that it left with. */
export function receiveLoopback(device: Device, skb: Skb): void {
  skb.inDevice = device;
  skb.inInterface = device.name;
  skb.outInterface = '';
  if (passHook(device.netns, skb, 'prerouting')) receiveLocally(device.netns, skb);
}

/** `ip_local_deliver`: whole packets only, and only those that the input chains let through. */
function receiveLocally(netns: Netns, piece: Skb): void {
  const skb = gather(netns, piece);
  if (skb === undefined) return;
  if (!passHook(netns, skb, 'input')) return;
  deliverLocally(netns, skb);
}

/** `ip_error`: blackholes and martians are silent, missing routes are told to the sender. */
function refuse(netns: Netns, skb: Skb, route: NoRoute | Martian): void {
  if (route.error === 'EXDEV') {
    skb.trace.drop(route.reason, route.text);
    return;
  }
  const code = errorCode(route.error);
  const isRouter = skb.inDevice?.conf.forwarding !== 0;
  if (code !== undefined && isRouter && rateAllowsRouteError(netns, skb.packet.source)) {
    netns.stack.sendError(skb, TYPE_UNREACHABLE, code, 0);
  }
  skb.trace.drop(DROP_REASONS[route.error], route.text);
}

/** A blackhole and a prohibition have no reason of their own in the kernel; the route says it. */
const DROP_REASONS = {
  EACCES: 'NOT_SPECIFIED',
  EHOSTUNREACH: 'IP_INADDRERRORS',
  EINVAL: 'NOT_SPECIFIED',
  ENETUNREACH: 'IP_INNOROUTES',
} as const satisfies Record<NoRoute['error'], DropReason>;

function errorCode(error: NoRoute['error']): number | undefined {
  switch (error) {
    case 'EHOSTUNREACH':
      return CODE_HOST_UNREACHABLE;
    case 'ENETUNREACH':
      return CODE_NET_UNREACHABLE;
    case 'EACCES':
      return CODE_PACKET_FILTERED;
    case 'EINVAL':
      return undefined;
  }
}
