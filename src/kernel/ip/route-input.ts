/**
 * Where a packet that came in goes (`ip_route_input_slow`, net/ipv4/route.c, and
 * `__fib_validate_source`, net/ipv4/fib_frontend.c).
 */
import {
  formatIpv4,
  type Ipv4,
  ipv4,
  isLoopback,
  isMulticast,
  LIMITED_BROADCAST,
  UNSPECIFIED,
} from '../../addr/ipv4';
import type { DropReason } from '../../wire/drop-reason';
import type { Device } from '../devices/device';
import type { FibRoute } from '../fib';
import type { Netns } from '../netns';
import { routeErrorOf } from '../route-error';
import type { NoRoute, RouteResult } from '../route-result';
import { confStep, forwardingStep, type SysctlStep } from '../sysctl-step';
import { effectiveConf } from '../sysctls';

const ALL_HOSTS = ipv4('224.0.0.1');

export interface InputQuery {
  readonly source: Ipv4;
  readonly destination: Ipv4;
  readonly device: Device;
  /** A question of ARP's, not a packet to forward. */
  readonly isArp: boolean;
}

/** The packet may not come in: a martian. */
export interface Martian {
  readonly type: 'error';
  readonly error: 'EXDEV';
  readonly reason: DropReason;
  readonly text: string;
  readonly entry: undefined;
  /** What forbids it, where that is a sysctl. */
  readonly sysctl?: SysctlStep;
}

export interface InputRoute extends RouteResult {
  /** Whether the source is on the link that the packet would leave by again. */
  readonly wantsRedirect: boolean;
}

export function routeInput(netns: Netns, query: InputQuery): InputRoute | NoRoute | Martian {
  const { source, destination, device } = query;
  const martian = martianAddresses(netns, query);
  if (martian !== undefined) return martian;
  if (
    destination === LIMITED_BROADCAST ||
    (source === UNSPECIFIED && destination === UNSPECIFIED)
  ) {
    return broadcastRoute(netns, query, undefined);
  }
  if (isMulticast(destination)) return multicastRoute(netns, query);
  const entry = netns.fib.lookup(destination);
  const forwards = device.conf.forwarding !== 0;
  if (entry === undefined || entry.device === undefined) {
    if (!forwards) return notForwarding(device, entry);
    return routeErrorOf(entry);
  }
  if (entry.route.type === 'broadcast') return broadcastRoute(netns, query, entry);
  const isLocal = entry.route.type === 'local';
  if (!isLocal && !forwards) return notForwarding(device, entry);
  const refusal = validateSource(netns, query);
  if (refusal !== undefined) return refusal;
  if (isLocal) return result('local', netns.loopback, destination, destination, entry, false);
  return forwardRoute(netns, query, entry);
}

function forwardRoute(
  netns: Netns,
  { destination, device, source, isArp }: InputQuery,
  entry: FibRoute,
): InputRoute {
  const out = entry.device ?? device;
  const nextHop = entry.route.via ?? destination;
  const wantsRedirect =
    !isArp && out === device && sendsRedirects(out) && isOnLink(netns, source, device);
  return result('unicast', out, nextHop, source, entry, wantsRedirect);
}

function sendsRedirects(out: Device): boolean {
  const { confAll } = out.netns;
  return (
    effectiveConf(confAll, out.conf, 'send_redirects') !== 0 &&
    effectiveConf(confAll, out.conf, 'shared_media') !== 0
  );
}

function result(
  type: 'local' | 'unicast' | 'broadcast',
  device: Device,
  nextHop: Ipv4,
  source: Ipv4,
  entry: FibRoute,
  wantsRedirect: boolean,
): InputRoute {
  const mtu = entry.route.mtu ?? device.mtu;
  return { type, device, nextHop, source, entry, mtu, wantsRedirect };
}

function broadcastRoute(
  netns: Netns,
  query: InputQuery,
  entry: FibRoute | undefined,
): InputRoute | Martian {
  if (query.source !== UNSPECIFIED) {
    const refusal = validateSource(netns, query);
    if (refusal !== undefined) return refusal;
  }
  const { destination, device } = query;
  return result(
    'broadcast',
    device,
    destination,
    destination,
    entry ?? netns.broadcastEntry,
    false,
  );
}

/**
 * `ip_route_input_rcu`: groups that this host has joined are its own; others need a multicast router,
 * which no host is here. Every host has joined one, that of all hosts (`ip_mc_up`, net/ipv4/igmp.c).
 */
function multicastRoute(netns: Netns, query: InputQuery): InputRoute | Martian {
  if (query.destination === ALL_HOSTS) return broadcastRoute(netns, query, undefined);
  return martian('NOT_SPECIFIED', `nobody here listens to ${formatIpv4(query.destination)}`);
}

/** A host that does not forward treats foreign destinations as unreachable, and says nothing. */
function notForwarding(device: Device, entry: FibRoute | undefined): NoRoute {
  const text = entry ? `(${entry.text})` : '(no route either)';
  return {
    type: 'error',
    error: 'EHOSTUNREACH',
    text: `${device.name} does not forward ${text}`,
    entry,
    sysctl: forwardingStep(device),
  };
}

function martianAddresses(netns: Netns, query: InputQuery): Martian | undefined {
  const { source, destination } = query;
  if (isMulticast(source) || source === LIMITED_BROADCAST) {
    return martian('IP_INVALID_SOURCE', `${formatIpv4(source)} is no source address`);
  }
  if (isLoopback(source) && !routesLocalnet(netns, query)) {
    return martian(
      'IP_LOCAL_SOURCE',
      `${formatIpv4(source)} comes from outside`,
      noLocalnet(query),
    );
  }
  if (source === UNSPECIFIED && destination !== UNSPECIFIED && destination !== LIMITED_BROADCAST) {
    return martian('IP_INVALID_SOURCE', 'the source is 0.0.0.0');
  }
  if (destination === UNSPECIFIED && source !== UNSPECIFIED) {
    return martian('IP_INADDRERRORS', 'the destination is 0.0.0.0');
  }
  if (isLoopback(destination) && !routesLocalnet(netns, query)) {
    const text = `${formatIpv4(destination)} is asked for from outside`;
    return martian('IP_INADDRERRORS', text, noLocalnet(query));
  }
  return undefined;
}

function routesLocalnet({ confAll }: Netns, { device }: InputQuery): boolean {
  return effectiveConf(confAll, device.conf, 'route_localnet') !== 0;
}

function noLocalnet({ device }: InputQuery): SysctlStep {
  const meaning = `127.0.0.0/8 is not let in by ${device.name}`;
  return confStep(device, 'route_localnet', meaning);
}

function martian(reason: DropReason, text: string, sysctl?: SysctlStep): Martian {
  const error = { type: 'error', error: 'EXDEV', reason, text, entry: undefined } as const;
  return sysctl === undefined ? error : { ...error, sysctl };
}

/** `fib_validate_source`: why a packet from this source may not come in by this device. */
function validateSource(
  netns: Netns,
  { source, destination, device }: InputQuery,
): Martian | undefined {
  // Asked of every packet, so without `effectiveConf`: the larger of the two counts.
  const mode = Math.max(netns.confAll.rp_filter, device.conf.rp_filter);
  if (mode === 0 && !netns.hasAddress(source)) return undefined;
  const acceptsLocal = effectiveConf(netns.confAll, device.conf, 'accept_local') !== 0;
  if (mode === 0) {
    if (acceptsLocal) return undefined;
    const text = `${formatIpv4(source)} is this host's own address`;
    return martian('IP_LOCAL_SOURCE', text, noLocalSource(device));
  }
  const entry = netns.fib.lookup(source);
  if (entry?.device === undefined) return reversePathFailed(mode, source, device);
  if (entry.route.type !== 'unicast' && !(entry.route.type === 'local' && acceptsLocal)) {
    const route = `${formatIpv4(source)} (for ${formatIpv4(destination)})`;
    const decided = entry.route.type === 'local' ? noLocalSource(device) : undefined;
    return martian('IP_LOCAL_SOURCE', `${route} is not a source from outside`, decided);
  }
  if (entry.device === device) return undefined;
  // Loose mode helps no device without addresses (`no_addr`), and so no cali interface.
  if (device.addresses.length === 0 || mode === 1) return reversePathFailed(mode, source, device);
  return undefined;
}

function reversePathFailed(mode: number, source: Ipv4, device: Device): Martian {
  const text = `rp_filter=${mode}: ${formatIpv4(source)} is not reached by ${device.name}`;
  const meaning =
    mode === 1
      ? `lets in only what would be answered by ${device.name}`
      : 'lets in only what has a way back, which a device without addresses must be itself';
  return martian('IP_RPFILTER', text, confStep(device, 'rp_filter', meaning));
}

function noLocalSource(device: Device): SysctlStep {
  return confStep(device, 'accept_local', "this host's own addresses never come in from outside");
}

function isOnLink(netns: Netns, source: Ipv4, device: Device): boolean {
  const entry = netns.fib.lookup(source);
  return entry?.device === device && entry.route.via === undefined;
}
